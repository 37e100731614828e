using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;
using Battery.PowerShell.Totals;

namespace Battery.PowerShell.Commands;

/// <summary>Gets batteries, each as a <see cref="BatteryInfo"/>, or those of a machine as one <see cref="BatteryTotal"/>.</summary>
[Cmdlet(VerbsCommon.Get, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryInfo), typeof(BatteryTotal))]
public sealed class GetBatteryCommand : BatteryCommand
{
    private const string SysfsRootSet = "SysfsRoot";
    private const string RecordingSet = "Recording";

    /// <summary>Names of batteries, for example BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [BatteryName]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>A folder to read instead of /sys, for example a host's /sys mounted in a container. Linux only.</summary>
    [Parameter(ParameterSetName = SysfsRootSet)]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <summary>Recordings to read instead of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Recording { get; set; } = [];

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>The chosen batteries of a machine as one.</summary>
    [Parameter]
    public SwitchParameter Total { get; set; }

    // Manager and InputObject are in every set, so that a default value for SysfsRoot or Recording does not keep them out of the pipeline.

    /// <summary>An open manager of Get-BatteryManager. What it reads comes before what the other parameters name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>A battery that was read before; it is read again where it came from.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            ReadAgain(InputObject);
        }
        else if (Manager is not null)
        {
            Write(Manager.Machine, TryRun(Manager.Machine, Manager.Opened.ReadAll));
        }
        else if (ParameterSetName == RecordingSet)
        {
            foreach (string path in Recording.SelectMany(path => TryRun(default, () => ExpandRecording(path)) ?? []))
            {
                var recording = new Machine(null, path);
                Write(recording, TryRun(recording, () => Read(recording)));
            }
        }
        else
        {
            Machine machine = AtSysfsRoot(SysfsRoot);
            Write(machine, Run(machine, () => Read(machine)));
        }
    }

    private static List<BatteryInfo> Read(Machine machine)
    {
        using var manager = OpenManager.Open(machine, BatteryScopes.All);
        return manager.ReadAll();
    }

    private void Write(Machine machine, List<BatteryInfo>? all)
    {
        if (all is null)
        {
            return;
        }

        List<BatteryInfo> batteries = all.FindAll(battery => Scope.Includes(battery.Scope));
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, machine);
        }

        if (Name is not null)
        {
            var names = new BatteryNames(Name);
            foreach (string missing in names.Missing(batteries))
            {
                ReportMissing(missing, Scope, all);
            }

            batteries = names.Choose(batteries);
        }

        Write(batteries);
    }

    private void Write(List<BatteryInfo> batteries)
    {
        if (!Total)
        {
            WriteEach(batteries);
        }
        else if (batteries.Count > 0)
        {
            WriteObject(TotalRules.Of(batteries));
        }
    }

    private void ReadAgain(BatteryInfo earlier)
    {
        if (MachineOf(earlier) is not { } machine || TryRun(machine, () => Read(machine)) is not { } all)
        {
            return;
        }

        BatteryInfo? now = all.Find(battery => battery.Name == earlier.Name && battery.Scope == earlier.Scope);
        if (now is not null && (now.SerialNumber == earlier.SerialNumber || now.SerialNumber is null || earlier.SerialNumber is null))
        {
            Write([now]);
            return;
        }

        string message = now is null
            ? $"The battery '{earlier.Name}' was removed."
            : $"The battery '{earlier.Name}' is another one now: its serial number was {earlier.SerialNumber} and is {now.SerialNumber}.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryGone", ErrorCategory.ObjectNotFound, earlier), message, "List the batteries again with Get-Battery."));
    }
}
