namespace Battery.Core.Estimation;

/// <summary>The charge level of a battery, in the finest unit that a reading has.</summary>
/// <param name="Unit">The unit of the amounts.</param>
/// <param name="Amount">The remaining amount.</param>
/// <param name="Full">The amount of the full battery; where it is not known, the remaining amount.</param>
/// <param name="Rate">The reported rate per second; NaN where it is not known.</param>
internal readonly record struct Level(EstimateUnit Unit, double Amount, double Full, double Rate)
{
    /// <summary>The lowest percentage from which a full capacity is derived: below it, a whole percent is too coarse.</summary>
    private const double LeastPercentage = 5;

    private const double SecondsPerHour = 3600;

    /// <summary>Takes the level from a reading: energy, else charge, else the percentage.</summary>
    public static Level Of(in EstimateReading reading)
    {
        double energyFull = FullOf(reading.Energy, reading.EnergyFull, reading.Percentage);
        if (energyFull > 0)
        {
            return new(EstimateUnit.WattHours, reading.Energy, energyFull, reading.Power / SecondsPerHour);
        }

        double chargeFull = FullOf(reading.Charge, reading.ChargeFull, reading.Percentage);
        if (chargeFull > 0)
        {
            return new(EstimateUnit.AmpereHours, reading.Charge, chargeFull, reading.Current / SecondsPerHour);
        }

        return reading.Percentage is >= 0 and <= 100
            ? new(EstimateUnit.Percent, reading.Percentage, 100, double.NaN)
            : new(EstimateUnit.None, double.NaN, double.NaN, double.NaN);
    }

    private static double FullOf(double amount, double full, double percentage) =>
        !(amount >= 0) ? double.NaN
        : full > 0 ? full
        : percentage >= LeastPercentage ? amount / percentage * 100
        : double.NaN;
}
