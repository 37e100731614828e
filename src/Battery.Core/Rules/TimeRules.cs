using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Times to empty and to full, in seconds.</summary>
public static class TimeRules
{
    /// <summary>Ten days. Right after unplugging the rate is near 0 and times jump to hundreds of hours.</summary>
    public const double MaxSeconds = 10 * 24 * SecondsPerHour;

    private const double SecondsPerHour = 3600;

    /// <summary>Seconds until empty, only while discharging: the gauge's own estimate, else what is left over what flows.</summary>
    public static Measured ToEmpty(RawReading raw, BatteryState state, Capacities store, Measured flow)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return state == BatteryState.Discharging
            ? Estimate(raw[SupplyProperty.TimeToEmptyNow], store.Left, flow)
            : Measured.Unknown(Reason.NotInThisState);
    }

    /// <summary>Seconds until full, only while charging: the gauge's own estimate, else what still fits in over what flows.</summary>
    public static Measured ToFull(RawReading raw, BatteryState state, Measured current, Capacities store, Measured flow)
    {
        ArgumentNullException.ThrowIfNull(raw);
        if (state != BatteryState.Charging)
        {
            return Measured.Unknown(Reason.NotInThisState);
        }

        if (current.IsKnown && current.Value < 0)
        {
            return Measured.Unknown(Reason.LosesChargeWhileCharging);
        }

        Measured room = store.Left.IsKnown && store.Full.IsKnown
            ? Measured.Known(store.Full.Value - store.Left.Value).Within(0, double.MaxValue)
            : Measured.Unknown(store.Full.IsKnown ? store.Left.Reason : store.Full.Reason);
        return Estimate(raw[SupplyProperty.TimeToFullNow], room, flow);
    }

    private static Measured Estimate(RawValue gauge, Measured amount, Measured flow)
    {
        Measured own = gauge.Over(1).Within(1, MaxSeconds, Reason.ReportedUnknown);
        if (own.IsKnown)
        {
            return own;
        }

        if (!amount.IsKnown || !flow.IsKnown)
        {
            return Measured.Unknown(amount.IsKnown ? flow.Reason : amount.Reason);
        }

        if (flow.Value <= 0)
        {
            return Measured.Unknown(Reason.NothingFlows);
        }

        double seconds = amount.Value / flow.Value * SecondsPerHour;
        return seconds > 0 ? Measured.Known(seconds).Within(0, MaxSeconds, Reason.TooFarAway) : Measured.Unknown(Reason.NothingFlows);
    }
}
