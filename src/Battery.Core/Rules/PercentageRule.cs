using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The state of charge.</summary>
internal static class PercentageRule
{
    /// <summary>A gauge may report a little over 100: up to here a percentage becomes 100, more is implausible (seen: 255, 1536).</summary>
    public const long MaxOverrun = 125;

    // What a battery measures, besides its percentage.
    private static readonly SupplyProperty[] s_measured =
    [
        SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign,
        SupplyProperty.ChargeNow, SupplyProperty.ChargeFull, SupplyProperty.ChargeFullDesign,
        SupplyProperty.PowerNow, SupplyProperty.CurrentNow, SupplyProperty.VoltageNow,
    ];

    /// <summary>The reported percentage, clamped to 0 to 100 %; else remaining over full capacity.</summary>
    public static Measurement Percentage(RawReading raw, Capacities energies, Capacities charges, BatteryState state)
    {
        Measurement shown = Shown(raw, state);
        return shown.IsKnown ? shown : shown.OrElse(Computed(raw, energies, charges));
    }

    /// <summary>A remaining capacity over a full one, as whole percent.</summary>
    public static RawValue OfRatio(RawValue remaining, RawValue full) =>
        !remaining.IsKnown ? remaining
        : !full.IsKnown ? full
        : full.Number == 0 ? RawValue.Unknown(ValueQuality.OutOfRange)
        : RawValue.Known(((100 * remaining.Number) + (full.Number / 2)) / full.Number);

    private static Measurement Shown(RawReading raw, BatteryState state)
    {
        RawValue capacity = raw[SupplyProperty.Capacity];
        if (capacity is { IsKnown: true, Number: 0 } && IsBare(raw) && state is not (BatteryState.Discharging or BatteryState.Empty))
        {
            return Measurement.Unknown(ValueQuality.PlaceholderZero);
        }

        Measurement shown = capacity.Divide(1).Within(0, MaxOverrun);
        return shown.IsKnown ? Measurement.Known(Math.Min(shown.Value, 100)) : shown;
    }

    // The ratio of charges needs no voltage. A battery may report both values in the other unit only.
    private static Measurement Computed(RawReading raw, Capacities energies, Capacities charges)
    {
        bool countsCharge = CapacityRules.CountsCharge(raw);
        Measurement ratio = Ratio(countsCharge ? charges : energies);
        return ratio.IsKnown ? ratio : ratio.OrElse(Ratio(countsCharge ? energies : charges));
    }

    private static Measurement Ratio(Capacities store)
    {
        if (!store.Remaining.IsKnown || !store.Full.IsKnown)
        {
            return store.Remaining.IsKnown ? store.Full : store.Remaining;
        }

        return Measurement.Known(Math.Clamp(100 * store.Remaining.Value / store.Full.Value, 0, 100));
    }

    // A virtual machine without a battery may report a supply with a capacity of 0 and no measured value.
    private static bool IsBare(RawReading raw)
    {
        foreach (SupplyProperty property in s_measured)
        {
            if (raw[property] is { IsKnown: true, Number: not 0 })
            {
                return false;
            }
        }

        return true;
    }
}
