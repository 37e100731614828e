namespace Battery.History.Statistics;

/// <summary>What a battery's history amounts to. What the history does not have is null.</summary>
public sealed record BatteryStatistics
{
    /// <summary>The machine.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Battery { get; init; }

    /// <summary>The battery's serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The first point's time, local time.</summary>
    public DateTime Start => UtcStart.ToLocalTime();

    /// <summary>The last point's time, local time.</summary>
    public DateTime End => UtcEnd.ToLocalTime();

    /// <summary>How many points.</summary>
    public long Points { get; init; }

    /// <summary>The times in which it discharged.</summary>
    public IReadOnlyList<DischargeSession> Sessions { get; init; } = [];

    /// <summary>The times in which it was charged.</summary>
    public IReadOnlyList<ChargeSession> Charges { get; init; } = [];

    /// <summary>The times in which the machine slept.</summary>
    public IReadOnlyList<SleepPeriod> Sleeps { get; init; } = [];

    /// <summary>What sleep on battery used.</summary>
    public Drain? SleepDrain { get; init; }

    /// <summary>What sleep on battery of half an hour or more used: short ones are mostly work before and after.</summary>
    public Drain? LongSleepDrain { get; init; }

    /// <summary>Energy of all sessions, Wh; null where it is unknown of one.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power of the sessions awake, W.</summary>
    public double? ActivePower { get; init; }

    /// <summary>Percent of the full capacity for each hour of the sessions awake.</summary>
    public double? ActivePercentPerHour { get; init; }

    /// <summary>The last known full capacity, Wh.</summary>
    public double? EnergyFull { get; init; }

    /// <summary>The designed full capacity, Wh.</summary>
    public double? EnergyFullDesign { get; init; }

    /// <summary>EnergyFull in percent of EnergyFullDesign.</summary>
    public double? StateOfHealth => 100 * EnergyFull / EnergyFullDesign;

    /// <summary>How the full capacity changes; null where there is too little of it.</summary>
    public CapacityTrend? CapacityTrend { get; init; }

    /// <summary>The last known charge cycles.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The time at 100 %, as far as it is recorded; null where no charge is.</summary>
    public TimeSpan? TimeAtFull { get; init; }

    /// <summary>The time above 40 °C, as far as it is recorded; null where no temperature is.</summary>
    public TimeSpan? TimeAbove40Celsius { get; init; }

    /// <summary>The time of which the charge is known.</summary>
    public TimeSpan TimeRecorded { get; init; }

    internal DateTime UtcStart { get; init; }

    internal DateTime UtcEnd { get; init; }

    internal IReadOnlyList<(DateTime Utc, double Energy)> Capacities { get; init; } = [];

    /// <summary>The battery's name.</summary>
    public override string ToString() => Battery;
}
