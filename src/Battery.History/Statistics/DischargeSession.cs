namespace Battery.History.Statistics;

/// <summary>A period in which a battery discharged without interruption.</summary>
public sealed record DischargeSession : BatteryPeriod
{
    /// <summary>Percent of the full capacity that were used.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Energy that was used, Wh: as recorded, else the difference of recorded energies, else recorded power over time.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power, W.</summary>
    public double? MeanPower { get; init; }

    /// <summary>The part of the time in which the machine slept, as far as it is recorded.</summary>
    public TimeSpan SleepTime { get; init; }

    /// <summary>Energy that was used in sleep, Wh.</summary>
    public double? SleepEnergyUsed { get; init; }

    /// <summary>The number of points of the history.</summary>
    public int Points { get; init; }

    private protected override double? PercentMoved => PercentUsed;
}
