using System.Management.Automation;
using Battery.PowerShell.Conditions;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets that ask whether the selected batteries meet conditions.</summary>
public abstract class BatteryConditionCommand : SingleSourceCommand
{
    private BatteryNames? _names;

    /// <summary>
    /// The machine runs on battery: no external power is connected. With -OnBattery:$false, external power is connected. This is of
    /// the machine and not of a battery.
    /// </summary>
    [Parameter]
    public SwitchParameter OnBattery { get; set; }

    /// <summary>The percentage of each battery is below this one, 0 to 100.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Below { get; set; }

    /// <summary>The percentage of each battery is above this one, 0 to 100.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Above { get; set; }

    /// <summary>The state of each battery is this one, or one of these.</summary>
    [Parameter]
    [ValidateSet(
        nameof(BatteryState.Charging),
        nameof(BatteryState.Discharging),
        nameof(BatteryState.Empty),
        nameof(BatteryState.Full),
        nameof(BatteryState.NotCharging))]
    public BatteryState[]? State { get; set; }

    /// <summary>The power flow of each battery is this one, or one of these: for example Held or DischargingOnExternalPower.</summary>
    [Parameter]
    [ValidateSet(
        nameof(Battery.PowerFlow.Charging),
        nameof(Battery.PowerFlow.Discharging),
        nameof(Battery.PowerFlow.DischargingOnExternalPower),
        nameof(Battery.PowerFlow.Full),
        nameof(Battery.PowerFlow.Held),
        nameof(Battery.PowerFlow.Idle),
        nameof(Battery.PowerFlow.Inhibited))]
    public PowerFlow[]? PowerFlow { get; set; }

    /// <summary>
    /// The health of each battery is this percentage or more, 0 to 100: StateOfHealth, or ReportedStateOfHealth where that is unknown.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? MinimumHealth { get; set; }

    // Null for any.
    private ExternalPower? RequiredPower => !MyInvocation.BoundParameters.ContainsKey(nameof(OnBattery)) ? null
        : OnBattery ? ExternalPower.Offline
        : ExternalPower.Online;

    /// <summary>Reads the selected batteries and asks whether they meet the conditions. What is unknown is reported.</summary>
    /// <param name="source">What the manager reads.</param>
    /// <param name="manager">The manager.</param>
    /// <param name="isFirst">Whether this is the first time; then a name that no battery has is reported.</param>
    private protected (bool IsMet, List<BatteryInfo> Batteries) Ask(DataSource source, ManagerHandle manager, bool isFirst)
    {
        Condition[] conditions = [.. Conditions()];
        List<BatteryInfo> all = ReadScope(source, manager);
        _names ??= Names;
        List<BatteryInfo> batteries = _names?.Select(all) ?? all;
        string[] missing = [.. _names?.Unmatched(batteries) ?? []];

        // Without any condition the question is whether the batteries are there.
        if (isFirst && (conditions.Length > 0 || RequiredPower is not null))
        {
            Array.ForEach(missing, name => ReportUnmatched(name, Scope, all));
        }

        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, source);
        }

        bool isOfMachineAlone = RequiredPower is not null && conditions.Length == 0 && _names is null;
        bool areThere = batteries.Count > 0 && Array.TrueForAll(missing, WildcardPattern.ContainsWildcardCharacters);
        bool hasPower = HasRequiredPower(source, manager);
        return ((areThere || isOfMachineAlone) & hasPower & MeetAll(batteries, conditions), batteries);
    }

    private bool HasRequiredPower(DataSource source, ManagerHandle manager)
    {
        if (RequiredPower is not { } required)
        {
            return true;
        }

        ExternalPower power = Run(source, () => RunStoppable(() => manager.ExternalPower));
        if (power == ExternalPower.Unknown)
        {
            WriteVerbose("Whether external power is connected is unknown.");
        }

        return power == required;
    }

    // All conditions are asked, so that -Verbose reports everything that is unknown.
    private bool MeetAll(List<BatteryInfo> batteries, Condition[] conditions)
    {
        bool isMet = true;
        foreach (BatteryInfo battery in batteries)
        {
            foreach (Condition condition in conditions)
            {
                bool? answer = condition.Test(battery);
                isMet &= answer == true;
                if (answer is null)
                {
                    WriteVerbose($"The {condition.Value} of '{battery.Name}' is unknown.");
                }
            }
        }

        return isMet;
    }

    private IEnumerable<Condition> Conditions()
    {
        foreach (Condition condition in Condition.Percentage(Below, Above))
        {
            yield return condition;
        }

        if (State is not null)
        {
            yield return Condition.State(State);
        }

        if (PowerFlow is not null)
        {
            yield return Condition.Flow(PowerFlow);
        }

        if (MinimumHealth is { } health)
        {
            yield return Condition.MinimumHealth(health);
        }
    }
}
