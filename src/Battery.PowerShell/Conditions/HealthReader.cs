using Battery.History.Health;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Conditions;

/// <summary>The values of a battery that its health is judged by.</summary>
internal static class HealthReader
{
    private static readonly (BatteryField Field, string Name)[] s_fields =
    [
        (BatteryField.StateOfHealth, "state of health"),
        (BatteryField.ReportedStateOfHealth, "state of health of the gauge"),
        (BatteryField.EnergyFull, "full energy"),
        (BatteryField.EnergyFullDesign, "designed energy"),
        (BatteryField.ChargeFull, "full charge"),
        (BatteryField.ChargeFullDesign, "designed charge"),
        (BatteryField.CycleCount, "number of charge cycles"),
    ];

    /// <summary>The values of a battery.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="implausible">The names of its values that are implausible.</param>
    public static HealthValues Of(BatteryInfo battery, IReadOnlyList<string>? implausible = null) => new()
    {
        StateOfHealth = battery.StateOfHealth,
        ReportedStateOfHealth = battery.ReportedStateOfHealth,
        CycleCount = battery.CycleCount,
        Condition = battery.Condition.ToString(),
        Voltage = battery.Voltage,
        Implausible = implausible ?? [],
    };

    /// <summary>The names of the values that are reported, and refused because they are implausible.</summary>
    /// <param name="battery">The library's handle of the battery.</param>
    public static IReadOnlyList<string> Implausible(nint battery) =>
        [.. s_fields.Where(value => SnapshotReader.IsImplausible(battery, value.Field)).Select(static value => value.Name)];
}
