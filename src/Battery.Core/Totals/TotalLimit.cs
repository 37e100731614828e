namespace Battery.Core.Totals;

/// <summary>The charge limit of several batteries as one.</summary>
internal static class TotalLimit
{
    /// <summary>The percentage of the full energy at which all have reached their limits; NaN if none has a limit, or one has no number.</summary>
    public static double Limit(TotalPart[] batteries) =>
        Array.TrueForAll(batteries, static battery => double.IsNaN(battery.ChargeLimit)) ? double.NaN
        : 100 * TotalRules.Sum(batteries, static battery => Target(battery)) / TotalRules.Sum(batteries, static battery => battery.EnergyFull);

    /// <summary>The energy that is missing to the limits, Wh.</summary>
    public static double Room(TotalPart[] batteries) => TotalRules.Sum(batteries, static battery => Math.Max(Target(battery) - battery.Energy, 0));

    private static double Target(in TotalPart battery) =>
        !double.IsNaN(battery.ChargeLimit) ? battery.ChargeLimit / 100 * battery.EnergyFull
        : battery.IsLimited ? double.NaN
        : battery.EnergyFull;
}
