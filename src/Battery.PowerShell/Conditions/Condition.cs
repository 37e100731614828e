namespace Battery.PowerShell.Conditions;

/// <summary>A condition of one battery.</summary>
/// <param name="Value">The value that the condition is about, in words.</param>
/// <param name="Test">Whether a battery meets it; null if its value is unknown.</param>
internal sealed record Condition(string Value, Func<BatteryInfo, bool?> Test)
{
    /// <summary>The conditions of the percentage.</summary>
    /// <param name="below">It is below this limit; null for no such condition.</param>
    /// <param name="above">It is above this limit; null for no such condition.</param>
    public static IEnumerable<Condition> Percentage(double? below, double? above)
    {
        if (below is not null)
        {
            yield return new("percentage", battery => battery.Percentage is { } percentage ? percentage < below : null);
        }

        if (above is not null)
        {
            yield return new("percentage", battery => battery.Percentage is { } percentage ? percentage > above : null);
        }
    }

    /// <summary>The state is one of several.</summary>
    public static Condition State(BatteryState[] states) =>
        new("state", battery => battery.State == BatteryState.Unknown ? null : states.Contains(battery.State));

    /// <summary>The power flow is one of several.</summary>
    public static Condition Flow(PowerFlow[] flows) =>
        new("power flow", battery => battery.PowerFlow == PowerFlow.Unknown ? null : flows.Contains(battery.PowerFlow));

    /// <summary>The state or the power flow has one of several names, which may be Unknown.</summary>
    public static Condition StateOrFlow(string[] names) =>
        new("state", battery => names.Any(name => IsNamed(name, battery.State) || IsNamed(name, battery.PowerFlow)));

    /// <summary>The state of health is not below a limit.</summary>
    public static Condition MinimumHealth(double limit) =>
        new("state of health", battery => HealthReader.Of(battery).Percent is { } health ? health >= limit : null);

    private static bool IsNamed<T>(string name, T value)
        where T : struct, Enum => string.Equals(name, value.ToString(), StringComparison.OrdinalIgnoreCase);
}
