namespace Battery.History.Statistics;

/// <summary>A period in which a battery was charged, up to the highest percentage.</summary>
public sealed record ChargeSession : BatteryPeriod
{
    /// <summary>Energy that was charged, Wh.</summary>
    public double? EnergyCharged { get; init; }

    private protected override double? PercentMoved => EndPercentage - StartPercentage;
}
