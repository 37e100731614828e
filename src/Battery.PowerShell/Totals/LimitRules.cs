namespace Battery.PowerShell.Totals;

/// <summary>The charge limit of several batteries as one.</summary>
internal static class LimitRules
{
    /// <summary>Whether charging of a battery ends below 100 %, at a known percentage or not.</summary>
    public static bool IsLimited(BatteryInfo battery) => battery.ChargeLimit is not null || battery.ChargeType == ChargeType.LongLife;

    /// <summary>The percentage of the full energy at which all have reached their limits; null if none has a limit, or one has no number.</summary>
    public static double? Limit(IReadOnlyList<BatteryInfo> batteries) =>
        batteries.All(static battery => battery.ChargeLimit is null) ? null
        : 100 * TotalRules.Sum(batteries, Target) / TotalRules.Sum(batteries, static battery => battery.EnergyFull);

    /// <summary>The energy that is missing to the limits, Wh.</summary>
    public static double? Room(IReadOnlyList<BatteryInfo> batteries) =>
        TotalRules.Sum(batteries, static battery => Target(battery) - battery.Energy is { } room ? Math.Max(room, 0) : null);

    private static double? Target(BatteryInfo battery) =>
        battery.ChargeLimit is null && IsLimited(battery) ? null : (battery.ChargeLimit ?? 100) / 100 * battery.EnergyFull;
}
