namespace Battery.History.Statistics;

/// <summary>Statistics of a battery's history. A value that does not follow from the history is null.</summary>
public sealed record BatteryStatistics
{
    /// <summary>The machine.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Battery { get; init; }

    /// <summary>The battery's serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The time of the first point, local.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>The time of the last point, local.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>The number of points.</summary>
    public long Points { get; init; }

    /// <summary>The periods in which it discharged.</summary>
    public IReadOnlyList<DischargeSession> Sessions { get; init; } = [];

    /// <summary>The periods in which it was charged.</summary>
    public IReadOnlyList<ChargeSession> Charges { get; init; } = [];

    /// <summary>The periods in which the machine slept.</summary>
    public IReadOnlyList<SleepPeriod> Sleeps { get; init; } = [];

    /// <summary>The drain of sleep on battery.</summary>
    public Drain? SleepDrain { get; init; }

    /// <summary>The drain of sleep on battery of half an hour or more. In a shorter one the work before and after counts most.</summary>
    public Drain? LongSleepDrain { get; init; }

    /// <summary>Energy of all sessions, Wh; null if it is unknown for one.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power of the sessions without sleep, W.</summary>
    public double? ActivePower { get; init; }

    /// <summary>Percent of the full capacity per hour of the sessions without sleep.</summary>
    public double? ActivePercentPerHour { get; init; }

    /// <summary>The last known full capacity, Wh.</summary>
    public double? EnergyFull { get; init; }

    /// <summary>The designed full capacity, Wh.</summary>
    public double? EnergyFullDesign { get; init; }

    /// <summary>EnergyFull in percent of EnergyFullDesign.</summary>
    public double? StateOfHealth => 100 * EnergyFull / EnergyFullDesign;

    /// <summary>The trend of the full capacity; null if there are too few capacities.</summary>
    public CapacityTrend? CapacityTrend { get; init; }

    /// <summary>The last known charge cycles.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The time at 100 %, as far as it is recorded; null if no percentage is recorded.</summary>
    public TimeSpan? TimeAtFull { get; init; }

    /// <summary>The time above 40 °C, as far as it is recorded; null if no temperature is recorded.</summary>
    public TimeSpan? TimeAbove40Celsius { get; init; }

    /// <summary>The time for which the percentage is known.</summary>
    public TimeSpan TimeRecorded { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    internal IReadOnlyList<(DateTime Utc, double Energy)> Capacities { get; init; } = [];

    /// <summary>The battery's name.</summary>
    public override string ToString() => Battery;
}
