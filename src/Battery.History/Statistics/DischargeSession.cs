using System.Globalization;

namespace Battery.History.Statistics;

/// <summary>A time in which a battery discharged without a break.</summary>
public sealed record DischargeSession
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

    /// <summary>Percent of the full capacity that was used.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Percent of the full capacity for each hour.</summary>
    public double? PercentPerHour => Known.PerHour(PercentUsed, Duration);

    /// <summary>Energy that was used, Wh: as recorded, else the difference of recorded energies, else recorded power over time.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power, W.</summary>
    public double? MeanPower { get; init; }

    /// <summary>The part of the time in which the machine slept, as far as it is recorded.</summary>
    public TimeSpan SleepTime { get; init; }

    /// <summary>Energy that was used asleep, Wh.</summary>
    public double? SleepEnergyUsed { get; init; }

    /// <summary>How many points of the history it has.</summary>
    public int Points { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    /// <summary>In short, for a view.</summary>
    public override string ToString() => string.Create(CultureInfo.CurrentCulture, $"{Start:g}, {Duration:d\\.hh\\:mm}, {PercentUsed:0} %");
}
