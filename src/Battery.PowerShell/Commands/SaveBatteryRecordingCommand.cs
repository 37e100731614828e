using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Saves what a machine reports about its batteries, for another machine to read.</summary>
[Cmdlet(VerbsData.Save, "BatteryRecording", SupportsShouldProcess = true, DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBatteryRecordingCommand : BatteryCommand
{
    private const string SysfsRootSet = "SysfsRoot";
    private const string RecordingSet = "Recording";

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>A folder to read instead of /sys, for example a host's /sys mounted in a container. Linux only.</summary>
    [Parameter(ParameterSetName = SysfsRootSet)]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <summary>A recording to read instead of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet)]
    [ValidateNotNullOrEmpty]
    public string? Recording { get; set; }

    /// <summary>An open manager of Get-BatteryManager. What it reads comes before what the other parameters name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>Keeps serial numbers and hardware addresses, which are masked otherwise.</summary>
    [Parameter]
    public SwitchParameter IncludeSerialNumber { get; set; }

    /// <summary>Overwrites a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file that was saved to the pipeline.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

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
            Save(Manager.Opened, Manager.Machine, file);
        }
        else
        {
            Machine machine = ParameterSetName == RecordingSet ? AtRecording(Recording!) : AtSysfsRoot(SysfsRoot);
            using OpenManager manager = Run(machine, () => OpenManager.Open(machine, BatteryScopes.All));
            Save(manager, machine, file);
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    private void Save(OpenManager manager, Machine machine, string file)
    {
        RecordingFlags saving = (Force ? RecordingFlags.Overwrite : 0) | (IncludeSerialNumber ? RecordingFlags.SerialNumbers : 0);
        try
        {
            manager.SaveRecording(file, saving);
        }
        catch (BatteryException e)
        {
            ThrowTerminatingError(e.Error == BatteryError.NotFound
                ? WithAction(new(e, "FolderNotFound", ErrorCategory.ObjectNotFound, file), e.Message, "Give a file in a folder that exists.")
                : Record(e, machine));
        }
    }
}
