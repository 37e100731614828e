namespace Battery.History.Statistics;

/// <summary>The energy that several periods used together.</summary>
public sealed record Drain
{
    /// <summary>The number of periods.</summary>
    public int Count { get; init; }

    /// <summary>Their total duration.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Energy, Wh; null if it is unknown for one of them.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Percent of the full capacity; null if it is unknown for one of them.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Mean power, W.</summary>
    public double? MeanPower => Known.PerHour(EnergyUsed, Duration);

    /// <summary>Percent of the full capacity per hour.</summary>
    public double? PercentPerHour => Known.PerHour(PercentUsed, Duration);

    /// <summary>The means, for a view.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Text(PercentPerHour, "%/h"), Text(MeanPower, "W") }.Where(static text => text.Length > 0));

    internal static Drain? Of(IReadOnlyCollection<SleepPeriod> periods)
    {
        List<SleepPeriod> known = periods.Where(static period => period.PercentUsed is not null || period.EnergyUsed is not null).ToList();
        return known.Count == 0 ? null : new()
        {
            Count = known.Count,
            Duration = known.Aggregate(TimeSpan.Zero, static (sum, period) => sum + period.Duration),
            EnergyUsed = Sum(known, static period => period.EnergyUsed),
            PercentUsed = Sum(known, static period => period.PercentUsed),
        };
    }

    private static double? Sum(List<SleepPeriod> periods, Func<SleepPeriod, double?> value) =>
        periods.Aggregate((double?)0, (sum, period) => sum + value(period));

    private static string Text(double? value, string unit) =>
        value is { } number ? $"{number.ToString("0.00", System.Globalization.CultureInfo.CurrentCulture)} {unit}" : string.Empty;
}
