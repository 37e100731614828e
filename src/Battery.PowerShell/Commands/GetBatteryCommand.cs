using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;
using Battery.PowerShell.Totals;

namespace Battery.PowerShell.Commands;

/// <summary>Gets batteries, each as a <see cref="BatteryInfo"/>, or those of a machine as one <see cref="BatteryTotal"/>.</summary>
[Cmdlet(VerbsCommon.Get, "Battery", DefaultParameterSetName = NameSet)]
[OutputType(typeof(BatteryInfo), typeof(BatteryTotal))]
public sealed class GetBatteryCommand : BatteryCommand
{
    private const string NameSet = "Name";
    private const string RecordingSet = "Recording";
    private const string ManagerSet = "Manager";
    private const string InputObjectSet = "InputObject";

    /// <summary>Names of batteries, for example BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ParameterSetName = NameSet, ValueFromPipeline = true)]
    [Parameter(Position = 0, ParameterSetName = RecordingSet, ValueFromPipeline = true)]
    [Parameter(Position = 0, ParameterSetName = ManagerSet)]
    [SupportsWildcards]
    [BatteryName]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = RecordingSet)]
    [Parameter(ParameterSetName = ManagerSet)]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>The chosen batteries of a machine as one.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = RecordingSet)]
    [Parameter(ParameterSetName = ManagerSet)]
    public SwitchParameter Total { get; set; }

    /// <summary>A folder to read instead of /sys. With a manager or a battery it is not used, but a default value for it may exist.</summary>
    [Parameter(ParameterSetName = NameSet)]
    [Parameter(ParameterSetName = ManagerSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <summary>Recordings to read instead of this machine. With a manager or a battery it is not used, but a default value for it may exist.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ManagerSet)]
    [Parameter(ParameterSetName = InputObjectSet)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Recording { get; set; } = [];

    /// <summary>An open manager of Get-BatteryManager.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ManagerSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>A battery that was read before; it is read again where it came from.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputObjectSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case InputObjectSet:
                ReadAgain(InputObject!);
                break;
            case ManagerSet:
                Write(Manager!.Machine, TryRun(Manager.Machine, Manager.Opened.ReadAll));
                break;
            case RecordingSet:
                foreach (Machine recording in Recording.SelectMany(path => TryRun(default, () => AtRecordings(path)) ?? []))
                {
                    Write(recording, TryRun(recording, () => Read(recording)));
                }

                break;
            default:
                Machine machine = AtSysfsRoot(SysfsRoot);
                Write(machine, Run(machine, () => Read(machine)));
                break;
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
            WriteEach([now]);
            return;
        }

        string message = now is null
            ? $"The battery '{earlier.Name}' was removed."
            : $"The battery '{earlier.Name}' is another one now: its serial number was {earlier.SerialNumber} and is {now.SerialNumber}.";
        WriteError(WithAction(new(new ItemNotFoundException(message), "BatteryGone", ErrorCategory.ObjectNotFound, earlier), message, "List the batteries again with Get-Battery."));
    }
}
