using System.Globalization;

namespace Battery.History.Statistics;

/// <summary>A time in which the machine slept, or was off, as far as its history shows.</summary>
public sealed record SleepPeriod
{
    /// <summary>When it began, local time.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>When it ended, local time.</summary>
    public DateTime End => (UtcStart + Duration).ToLocalTime();

    /// <summary>How long it was.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The machine.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Battery { get; init; }

    /// <summary>True where the machine was on battery and did not charge.</summary>
    public bool IsOnBattery { get; init; }

    /// <summary>True where the history records the sleep; false where it has a gap in which charge was lost: asleep or off.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>True where what records the history was started again in it: the machine was probably off.</summary>
    public bool HasRestart { get; init; }

    /// <summary>State of charge at the start, %.</summary>
    public double? StartPercentage { get; init; }

    /// <summary>State of charge at the end, %; null where the next point is too late to say.</summary>
    public double? EndPercentage { get; init; }

    /// <summary>Percent of the full capacity that was lost.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Percent of the full capacity for each hour.</summary>
    public double? PercentPerHour => Known.PerHour(PercentUsed, Duration);

    /// <summary>Energy that was lost, Wh.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power, W.</summary>
    public double? MeanPower => Known.PerHour(EnergyUsed, Duration);

    internal DateTime UtcStart { get; init; }

    /// <summary>In short, for a view.</summary>
    public override string ToString() => string.Create(CultureInfo.CurrentCulture, $"{Start:g}, {Duration:d\\.hh\\:mm}, {PercentUsed:0.0} %");
}
