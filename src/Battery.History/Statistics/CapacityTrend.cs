using System.Globalization;

namespace Battery.History.Statistics;

/// <summary>The trend of the full capacity: the median of the slopes between all pairs of capacities (Theil–Sen), with its 95 % interval.</summary>
public sealed record CapacityTrend
{
    /// <summary>Percent of the designed capacity per year, or of the first capacity if the designed one is unknown. Negative for a loss.</summary>
    public double PercentPerYear { get; init; }

    /// <summary>The lower end of the 95 % interval of PercentPerYear.</summary>
    public double Low { get; init; }

    /// <summary>The upper end of the 95 % interval of PercentPerYear.</summary>
    public double High { get; init; }

    /// <summary>Wh per year.</summary>
    public double EnergyPerYear { get; init; }

    /// <summary>Whether the interval excludes 0: the capacity has a trend, and does not only vary.</summary>
    public bool IsSignificant => Low > 0 || High < 0;

    /// <summary>The time of the first capacity, local.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>The time of the last capacity, local.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>The capacity on the trend at its start, Wh.</summary>
    public double StartEnergyFull { get; init; }

    /// <summary>The capacity on the trend at its end, Wh.</summary>
    public double EndEnergyFull { get; init; }

    /// <summary>The number of capacities.</summary>
    public int Count { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    /// <summary>The trend and its interval, for a view.</summary>
    public override string ToString() => string.Create(
        CultureInfo.CurrentCulture, $"{PercentPerYear:+0.0;-0.0;0.0} %/year ({Low:+0.0;-0.0;0.0} to {High:+0.0;-0.0;0.0})");
}
