using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Times to empty and to full, in seconds.</summary>
internal static class TimeRules
{
    /// <summary>Ten days. Right after unplugging, the rate is near 0 and times would be hundreds of hours.</summary>
    public const double MaxSeconds = 10 * 24 * SecondsPerHour;

    private const double SecondsPerHour = 3600;

    /// <summary>Seconds until empty, only while discharging: the gauge's own estimate, else remaining capacity over rate.</summary>
    public static Measurement ToEmpty(RawReading raw, BatteryState state, Capacities store, Measurement flow) =>
        state == BatteryState.Discharging
            ? Estimate(raw[SupplyProperty.TimeToEmptyNow], store.Remaining, flow)
            : Measurement.Unknown(ValueQuality.NotInThisState);

    /// <summary>Seconds until full, only while charging: the gauge's own estimate, else (full - remaining) over rate.</summary>
    public static Measurement ToFull(RawReading raw, BatteryState state, Measurement current, Capacities store, Measurement flow)
    {
        if (state != BatteryState.Charging)
        {
            return Measurement.Unknown(ValueQuality.NotInThisState);
        }

        if (current.IsKnown && current.Value < 0)
        {
            return Measurement.Unknown(ValueQuality.LosesChargeWhileCharging);
        }

        Measurement room = store.Remaining.IsKnown && store.Full.IsKnown
            ? Measurement.Known(store.Full.Value - store.Remaining.Value).Within(0, double.MaxValue)
            : Measurement.Unknown(store.Full.IsKnown ? store.Remaining.Quality : store.Full.Quality);
        return Estimate(raw[SupplyProperty.TimeToFullNow], room, flow);
    }

    private static Measurement Estimate(RawValue gauge, Measurement amount, Measurement flow)
    {
        Measurement own = gauge.Divide(1).Within(1, MaxSeconds, ValueQuality.ReportedUnknown);
        if (own.IsKnown)
        {
            return own;
        }

        if (!amount.IsKnown || !flow.IsKnown)
        {
            return Measurement.Unknown(amount.IsKnown ? flow.Quality : amount.Quality);
        }

        if (flow.Value <= 0)
        {
            return Measurement.Unknown(ValueQuality.ZeroRate);
        }

        double seconds = amount.Value / flow.Value * SecondsPerHour;
        return seconds > 0 ? Measurement.Known(seconds).Within(0, MaxSeconds, ValueQuality.TimeTooLong) : Measurement.Unknown(ValueQuality.ZeroRate);
    }
}
