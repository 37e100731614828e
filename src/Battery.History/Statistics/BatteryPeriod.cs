using System.Globalization;
using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>A period in the history of a battery.</summary>
public abstract record BatteryPeriod
{
    /// <summary>When it began, local time.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>When it ended, local time.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>The duration.</summary>
    public TimeSpan Duration => UtcEnd - UtcStart;

    /// <summary>The machine.</summary>
    public string? ComputerName => Key.ComputerName;

    /// <summary>The battery.</summary>
    public string Battery => Key.Battery;

    /// <summary>State of charge at the start, %.</summary>
    public double? StartPercentage { get; init; }

    /// <summary>State of charge at the end, %; null if it is not known.</summary>
    public double? EndPercentage { get; init; }

    /// <summary>Percent of the full capacity that were charged or used per hour.</summary>
    public double? PercentPerHour => Known.PerHour(PercentMoved, Duration);

    internal BatteryKey Key { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    // Percent of the full capacity that were charged or used.
    private protected abstract double? PercentMoved { get; }

    /// <summary>Start, duration and percent, for a view.</summary>
    public sealed override string ToString() =>
        string.Create(CultureInfo.CurrentCulture, $"{Start:g}, {Duration:d\\.hh\\:mm}, {PercentMoved:0.#} %");
}
