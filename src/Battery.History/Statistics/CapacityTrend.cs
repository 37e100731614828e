using System.Globalization;

namespace Battery.History.Statistics;

/// <summary>How the full capacity changes: the median of the slopes between all pairs of capacities (Theil–Sen), with its 95 % interval.</summary>
public sealed record CapacityTrend
{
    /// <summary>Percent of the designed capacity for each year; of the first capacity where the designed one is unknown. Negative while it is lost.</summary>
    public double PercentPerYear { get; init; }

    /// <summary>The lower end of the 95 % interval of PercentPerYear.</summary>
    public double Low { get; init; }

    /// <summary>The upper end of the 95 % interval of PercentPerYear.</summary>
    public double High { get; init; }

    /// <summary>Wh for each year.</summary>
    public double EnergyPerYear { get; init; }

    /// <summary>True where the interval does not hold 0: the capacity changes, and does not only swing.</summary>
    public bool IsSignificant => Low > 0 || High < 0;

    /// <summary>The first capacity's time, local time.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>The last capacity's time, local time.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>The capacity on the trend at its start, Wh.</summary>
    public double StartEnergyFull { get; init; }

    /// <summary>The capacity on the trend at its end, Wh.</summary>
    public double EndEnergyFull { get; init; }

    /// <summary>How many capacities it is made of.</summary>
    public int Count { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    /// <summary>In short, for a view.</summary>
    public override string ToString() => string.Create(
        CultureInfo.CurrentCulture, $"{PercentPerYear:+0.0;-0.0;0.0} %/year ({Low:+0.0;-0.0;0.0} to {High:+0.0;-0.0;0.0})");
}
