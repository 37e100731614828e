using System.Globalization;

namespace Battery.History.Statistics;

/// <summary>A time in which a battery was charged, up to where its charge did not rise further.</summary>
public sealed record ChargeSession
{
    /// <summary>When it began, local time.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>When it ended, local time.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>How long it was.</summary>
    public TimeSpan Duration => UtcEnd - UtcStart;

    /// <summary>The machine.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Battery { get; init; }

    /// <summary>State of charge at the start, %.</summary>
    public double? StartPercentage { get; init; }

    /// <summary>State of charge at the end, %.</summary>
    public double? EndPercentage { get; init; }

    /// <summary>Percent of the full capacity for each hour.</summary>
    public double? PercentPerHour => Known.PerHour(EndPercentage - StartPercentage, Duration);

    /// <summary>Energy that was charged, Wh.</summary>
    public double? EnergyCharged { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    /// <summary>In short, for a view.</summary>
    public override string ToString() => string.Create(CultureInfo.CurrentCulture, $"{Start:g}, {Duration:d\\.hh\\:mm}, {EndPercentage - StartPercentage:0} %");
}
