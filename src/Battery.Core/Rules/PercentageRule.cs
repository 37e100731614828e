using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The state of charge.</summary>
internal static class PercentageRule
{
    /// <summary>A gauge may run a little over: up to here a percentage is shown as 100, beyond it is garbage (seen: 255, 1536).</summary>
    public const long MaxOverrun = 125;

    /// <summary>What the system shows, clamped to 0 to 100 %; else what is left over what fits in.</summary>
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

    // The ratio of charges needs no voltage. A battery may give only the other unit whole.
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

    // A virtual machine without a battery may show a supply with a capacity of 0 and not one measured quantity.
    private static bool IsBare(RawReading raw)
    {
        for (SupplyProperty property = SupplyProperty.EnergyNow; property <= SupplyProperty.VoltageNow; property++)
        {
            if (raw[property] is { IsKnown: true, Number: not 0 })
            {
                return false;
            }
        }

        return true;
    }
}
