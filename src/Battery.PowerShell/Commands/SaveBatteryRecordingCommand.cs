using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Saves what this machine says of its batteries, for another machine to read.</summary>
[Cmdlet(VerbsData.Save, "BatteryRecording", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveBatteryRecordingCommand : BatteryCommand
{
    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Keeps serial numbers and hardware addresses, which are masked otherwise.</summary>
    [Parameter]
    public SwitchParameter IncludeSerialNumber { get; set; }

    /// <summary>Overwrites a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the file that was written.</summary>
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

        RecordingFlags saving = (Force ? RecordingFlags.Overwrite : 0) | (IncludeSerialNumber ? RecordingFlags.SerialNumbers : 0);
        using OpenManager manager = Run(() => OpenManager.Open(Machine, BatteryScopes.All));
        try
        {
            manager.SaveRecording(file, saving);
        }
        catch (LibraryException e)
        {
            ThrowTerminatingError(e.Error == BatteryError.NotFound
                ? WithAction(new(e, "FolderNotFound", ErrorCategory.ObjectNotFound, file), e.Message, "Give a file in a folder that is there.")
                : Record(e));
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }
}
