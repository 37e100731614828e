using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Opens a <see cref="BatteryManager"/>, which reads a machine's batteries many times and reports what the library and the machine are.</summary>
[Cmdlet(VerbsCommon.Get, "BatteryManager", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryManager))]
public sealed class GetBatteryManagerCommand : BatteryCommand
{
    private const string SysfsRootSet = "SysfsRoot";
    private const string RecordingSet = "Recording";

    /// <summary>A folder to read instead of /sys, for example a host's /sys mounted in a container. Linux only.</summary>
    [Parameter(ParameterSetName = SysfsRootSet)]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <summary>Recordings to read instead of this machine, each by a manager of its own.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Recording { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == SysfsRootSet)
        {
            Machine machine = AtSysfsRoot(SysfsRoot);
            WriteObject(Run(machine, () => new BatteryManager(machine)));
            return;
        }

        foreach (string path in Recording.SelectMany(path => TryRun(default, () => ExpandRecording(path)) ?? []))
        {
            var recording = new Machine(null, path);
            if (TryRun(recording, () => new BatteryManager(recording)) is { } manager)
            {
                WriteObject(manager);
            }
        }
    }
}
