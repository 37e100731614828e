using Battery.Core.Estimation;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Times to empty and to full, in seconds.</summary>
internal static class TimeRules
{
    private const double SecondsPerHour = 3600;

    /// <summary>Seconds until empty, only while discharging: the gauge's own estimate, else remaining capacity over rate.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="state">The state.</param>
    /// <param name="remaining">The remaining capacities and their rates, the preferred unit first.</param>
    public static Measurement ToEmpty(RawReading raw, BatteryState state, params ReadOnlySpan<(Measurement Amount, Measurement Rate)> remaining) =>
        state == BatteryState.Discharging
            ? Estimate(raw[SupplyProperty.TimeToEmptyNow], raw[SupplyProperty.TimeToEmptyAvg], remaining)
            : Measurement.Unknown(ValueQuality.NotInThisState);

    /// <summary>Seconds until full, only while charging: the gauge's own estimate, else (full - remaining) over rate.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="state">The state.</param>
    /// <param name="losesEnergy">Whether the battery loses energy, whatever its state is.</param>
    /// <param name="isLimited">Whether charging ends below 100 %; then the gauge's own estimate never comes true either.</param>
    /// <param name="room">What can be charged and the rates, the preferred unit first.</param>
    public static Measurement ToFull(
        RawReading raw, BatteryState state, bool losesEnergy, bool isLimited, params ReadOnlySpan<(Measurement Amount, Measurement Rate)> room) =>
        state != BatteryState.Charging ? Measurement.Unknown(ValueQuality.NotInThisState)
        : losesEnergy ? Measurement.Unknown(ValueQuality.LosesChargeWhileCharging)
        : isLimited ? Measurement.Unknown(ValueQuality.LimitInForce)
        : Estimate(raw[SupplyProperty.TimeToFullNow], raw[SupplyProperty.TimeToFullAvg], room);

    /// <summary>Seconds until the charge limit, only while charging.</summary>
    public static Measurement ToLimit(BatterySnapshot snapshot)
    {
        double limit = snapshot.Number(BatteryField.ChargeLimit);
        return double.IsNaN(limit) ? Measurement.Unknown(snapshot.QualityOf(BatteryField.ChargeLimit))
            : snapshot.PowerFlow != PowerFlow.Charging ? Measurement.Unknown(ValueQuality.NotInThisState)
            : snapshot.Number(BatteryField.Percentage) >= limit ? Measurement.Unknown(ValueQuality.AlreadyThere)
            : TimeToPercentage.Seconds(SnapshotReading.Of(snapshot), limit);
    }

    private static Measurement Estimate(RawValue now, RawValue average, ReadOnlySpan<(Measurement Amount, Measurement Rate)> units)
    {
        Measurement time = OfGauge(now);
        if (time.IsKnown)
        {
            return time;
        }

        time = Measurement.Unknown(ValueQuality.Missing);
        foreach ((Measurement amount, Measurement rate) in units)
        {
            time = time.OrElse(Computed(amount, rate));
        }

        // An average follows a change of the load slowly.
        return time.OrElse(OfGauge(average));
    }

    // All ones in 16 bits are an unknown number of minutes, which not every driver multiplies.
    private static Measurement OfGauge(RawValue seconds) => seconds.Number == Sentinels.AllOnes16
        ? Measurement.Unknown(ValueQuality.ReportedUnknown)
        : seconds.Divide(1).Within(1, TimeToPercentage.MaxSeconds);

    private static Measurement Computed(Measurement amount, Measurement rate)
    {
        if (!amount.IsKnown || !rate.IsKnown)
        {
            return Measurement.Unknown(amount.IsKnown ? rate.Quality : amount.Quality);
        }

        if (rate.Value == 0)
        {
            return Measurement.Unknown(ValueQuality.ZeroRate);
        }

        double seconds = amount.Value / rate.Value * SecondsPerHour;
        return seconds > 0
            ? Measurement.Known(seconds).Within(0, TimeToPercentage.MaxSeconds, ValueQuality.TimeTooLong)
            : Measurement.Unknown(ValueQuality.ZeroRate);
    }
}
