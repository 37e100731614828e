using Battery.Core.Model;

namespace Battery.Core.Estimation;

/// <summary>The time until a battery is at a percentage, from one reading.</summary>
public static class TimeToPercentage
{
    // Charging slows down near full. Energy ÷ rate is as good below this, and needs no assumption about the cells.
    private const double TaperStart = 0.95;

    /// <summary>Ten days. Right after unplugging, the rate is near 0 and times would be hundreds of hours.</summary>
    public const double MaxSeconds = 10 * 24 * 3600.0;

    /// <summary>The same from single values; those that are not known are NaN.</summary>
    /// <param name="flow">What is going on.</param>
    /// <param name="energy">Remaining energy, energy when full, power.</param>
    /// <param name="charge">Remaining charge, charge when full, current.</param>
    /// <param name="present">The present percentage.</param>
    /// <param name="limit">The charge limit in percent.</param>
    /// <param name="percentage">The percentage, 0 to 100.</param>
    public static Measurement Seconds(
        PowerFlow flow,
        (double Now, double Full, double Rate) energy,
        (double Now, double Full, double Rate) charge,
        double present,
        double limit,
        double percentage) =>
        Seconds(SnapshotReading.Of(flow, energy, charge, present, limit), percentage);

    /// <summary>The seconds, upwards while the battery charges, downwards while it discharges.</summary>
    /// <param name="reading">The reading. Charging ends at its target.</param>
    /// <param name="percentage">The percentage, 0 to 100.</param>
    internal static Measurement Seconds(in EstimateReading reading, double percentage)
    {
        Level level = Level.Of(reading);
        if (level.Unit == EstimateUnit.None || double.IsNaN(level.Rate))
        {
            return Measurement.Unknown(ValueQuality.Missing);
        }

        double rate = level.Rate / level.Full;
        double from = level.Amount / level.Full;
        double to = percentage / 100;
        bool isCharging = reading.Flow == EstimateFlow.Charging;
        if (reading.Flow == EstimateFlow.None || (isCharging && percentage > reading.TargetPercentage))
        {
            return Measurement.Unknown(ValueQuality.NotInThisState);
        }

        if (rate <= 0 || (isCharging ? to < from : to > from))
        {
            return Measurement.Unknown(rate <= 0 ? ValueQuality.ZeroRate : ValueQuality.AlreadyThere);
        }

        double seconds = isCharging && to >= TaperStart ? Curve.Seconds(from, to, rate) : Math.Abs(to - from) / rate;
        return Measurement.Known(seconds).Within(0, MaxSeconds, ValueQuality.TimeTooLong);
    }

    private static ChargeCurve Curve => new(EstimatorParameters.Default.ChargeTimeConstant, EstimatorParameters.Default.ChargeEnd);
}
