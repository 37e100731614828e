namespace Battery.History.Statistics;

/// <summary>A period in which the machine slept or was off, as far as its history shows.</summary>
public sealed record SleepPeriod : BatteryPeriod
{
    /// <summary>Whether the machine was on battery and did not charge.</summary>
    public bool IsOnBattery { get; init; }

    /// <summary>Whether the history records the sleep. If not, it has a gap in which charge was lost: the machine slept or was off.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Whether the recorder of the history was started again in the period: the machine was probably off.</summary>
    public bool HasRestart { get; init; }

    /// <summary>Percent of the full capacity that were used.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Energy that was used, Wh.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>Mean power, W.</summary>
    public double? MeanPower => Known.PerHour(EnergyUsed, Duration);

    private protected override double? PercentMoved => PercentUsed;
}
