using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The state of a battery, on all systems: as reported, or from flags.</summary>
internal static class StateRule
{
    /// <summary>
    /// The percentage from which an idle battery is full. Chargers start again only some percent below full; charge limits
    /// that people set are lower.
    /// </summary>
    public const int NearFull = 95;

    /// <summary>The state, a <see cref="BatteryState"/>.</summary>
    public static RawValue State(RawReading raw) => raw.Flags switch
    {
        null => raw[SupplyProperty.Status],
        { Discharging: null } flags => OfExternalPower(flags),
        { } flags => OfBothDirections(flags, raw),
    };

    // macOS. Without external power the battery is discharging, whatever the other flags are: FullyCharged stays Yes for a while
    // after unplugging. With it, a battery that neither charges nor is full is held (optimized charging, a charge limit, heat).
    private static RawValue OfExternalPower(PowerFlags flags) => (flags.ExternalConnected, flags.Charging, flags.FullyCharged) switch
    {
        (false, _, _) => Known(BatteryState.Discharging),
        (_, true, _) => Known(BatteryState.Charging),
        (true, _, true) => Known(BatteryState.Full),
        (true, false, _) => Known(BatteryState.NotCharging),
        _ => RawValue.Unknown(ValueQuality.Missing),
    };

    // Windows. The flags of the two directions count, whatever else is set: 'critical' is a level beside the state.
    private static RawValue OfBothDirections(PowerFlags flags, RawReading raw) => (flags.Charging, flags.Discharging) switch
    {
        (true, true) => flags.Rate is { IsKnown: true, Number: not 0 }
            ? Known(flags.Rate.Number > 0 ? BatteryState.Charging : BatteryState.Discharging)
            : RawValue.Unknown(ValueQuality.Malformed),
        (true, _) => Known(BatteryState.Charging),
        (_, true) => Known(BatteryState.Discharging),
        _ => Idle(flags, raw),
    };

    // A second battery that is not in use is idle too, without external power.
    private static RawValue Idle(PowerFlags flags, RawReading raw)
    {
        RawValue percentage = raw[SupplyProperty.Capacity];
        percentage = percentage.IsKnown ? percentage : PercentageRule.OfRatio(raw[SupplyProperty.EnergyNow], raw[SupplyProperty.EnergyFull]);
        return percentage is { IsKnown: true, Number: >= NearFull } ? Known(BatteryState.Full)
            : flags.ExternalConnected == true ? Known(BatteryState.NotCharging)
            : flags.Critical == true ? Known(BatteryState.Empty)
            : percentage.IsKnown ? Known(BatteryState.NotCharging)
            : RawValue.Unknown(ValueQuality.ReportedUnknown);
    }

    private static RawValue Known(BatteryState state) => RawValue.Known((int)state);
}
