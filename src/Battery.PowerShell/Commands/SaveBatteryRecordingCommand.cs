using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Saves what a machine reports about its batteries, for another machine to read.</summary>
/// <remarks>
/// <para>
/// Writes all that the system reports about its power supplies, unchanged and before any rule, into one file of plain text.
/// Get-Battery -Recording and Get-BatteryManager -Recording read it on any machine with any system, by the same rules: a wrong value
/// on one machine can be examined on another.
/// </para>
/// <para>
/// Serial numbers and the hardware addresses of wireless peripherals are masked unless -IncludeSerialNumber is given. A file that
/// exists is not overwritten without -Force.
/// </para>
/// </remarks>
/// <input cref="BatteryManager">An open manager.</input>
/// <output cref="FileInfo">The file that was written, with -PassThru; otherwise nothing.</output>
/// <note>
/// A recording contains more than batteries: adapters, and every file of each supply, also those that no rule reads. Read it before
/// you send it.
/// </note>
/// <note>A recording that -Recording names is saved again, masked.</note>
/// <example>
/// <para>Save this machine for a bug report</para>
/// <code>Save-BatteryRecording bug-report.txt</code>
/// <para>One file of plain text, which can be read before it is sent. Serial numbers are masked.</para>
/// </example>
/// <example>
/// <para>Read what was saved</para>
/// <code>Save-BatteryRecording laptop.txt -Force; Get-Battery -Recording laptop.txt</code>
/// <para>The same rules apply to the recording as to a machine, on every system.</para>
/// </example>
/// <example>
/// <para>Only report what would be written</para>
/// <code>Save-BatteryRecording laptop.txt -WhatIf</code>
/// <para>Nothing is read and nothing is written.</para>
/// </example>
/// <example>
/// <para>Keep the serial numbers</para>
/// <code>Save-BatteryRecording inventory.txt -IncludeSerialNumber -Force</code>
/// <para>For a recording that is not published.</para>
/// </example>
/// <example>
/// <para>One file a day</para>
/// <code>Save-BatteryRecording "battery-$([DateTime]::Today.ToString('yyyy-MM-dd')).txt" -Force -PassThru</code>
/// <para>-PassThru writes the file to the pipeline, to copy or attach it.</para>
/// </example>
/// <example>
/// <para>The host, from inside a container</para>
/// <code>Save-BatteryRecording host.txt -SysfsRoot /host/sys -Force</code>
/// <para>What the host reports, to be read elsewhere.</para>
/// </example>
/// <example>
/// <para>Save what a manager reads</para>
/// <code>Get-BatteryManager -SysfsRoot /host/sys | Save-BatteryRecording manager.txt -Force</code>
/// <para>The manager stays open.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="GetBatteryManagerCommand"/>
[Cmdlet(VerbsData.Save, "BatteryRecording", SupportsShouldProcess = true, DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBatteryRecordingCommand : BatteryCommand
{
    /// <summary>The file to write. It is a path of the file system, and wildcards in it are literal.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <inheritdoc cref="SingleSourceCommand.Recording"/>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet)]
    [ValidateNotNullOrEmpty]
    public string? Recording { get; set; }

    /// <summary>Keeps serial numbers and hardware addresses unchanged. Without it their letters and digits are asterisks.</summary>
    [Parameter]
    public SwitchParameter IncludeSerialNumber { get; set; }

    /// <summary>Overwrites a file that exists; without it that is an error.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file that was saved to the pipeline; without it there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc cref="BatterySelectionCommand.Manager"/>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string file = ResolvePath(Path, nameof(Path));
        if (!ShouldProcess(file, "Save battery recording"))
        {
            return;
        }

        if (Manager is not null)
        {
            Save(Manager.Handle, Manager.Source, file);
        }
        else
        {
            DataSource source = ParameterSetName == RecordingSet ? RecordingAt(Recording!) : LiveSource;
            using ManagerHandle manager = Run(source, () => RunStoppable(() => ManagerHandle.Open(source, BatteryScopes.All)));
            Save(manager, source, file);
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    private void Save(ManagerHandle manager, DataSource source, string file)
    {
        RecordingFlags flags = (Force ? RecordingFlags.Overwrite : 0) | (IncludeSerialNumber ? RecordingFlags.SerialNumbers : 0);
        try
        {
            manager.SaveRecording(file, flags);
        }
        catch (BatteryException e)
        {
            ThrowTerminatingError(e.Error == BatteryError.NotFound
                ? WithAction(new(e, "FolderNotFound", ErrorCategory.ObjectNotFound, file), e.Message, "Give a file in a folder that exists.")
                : ToErrorRecord(e, source));
        }
    }
}
