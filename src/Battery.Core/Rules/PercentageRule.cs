using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The state of charge.</summary>
internal static class PercentageRule
{
    /// <summary>A gauge may report a little over 100: up to here a percentage becomes 100, more is implausible (seen: 255, 1536).</summary>
    public const long MaxOverrun = 125;

    // Firmware that shuts the machine down may show 0 % a little early.
    private const double MostOfEmpty = 0.05;

    /// <summary>The reported percentage, clamped to 0 to 100 %; else remaining over full capacity.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="unit">The capacities in the unit in which the battery counts.</param>
    /// <param name="otherUnit">Those in the other unit; a battery may report both values in it only.</param>
    /// <param name="state">The state.</param>
    /// <param name="isMeasured">Whether another value of the battery is plausible and not 0.</param>
    public static Measurement Percentage(RawReading raw, Capacities unit, Capacities otherUnit, BatteryState state, bool isMeasured)
    {
        Measurement percentage = IsOfRefusedFull(raw, unit)
            ? Measurement.Unknown(ValueQuality.FullFarAboveDesign)
            : Shown(raw, unit, otherUnit, state, isMeasured).OrElse(Ratio(unit).OrElse(Ratio(otherUnit)));

        // No battery is full and empty.
        return percentage.Value == 0 && state == BatteryState.Full ? Measurement.Unknown(ValueQuality.PlaceholderZero) : percentage;
    }

    /// <summary>A remaining capacity over a full one, as whole percent.</summary>
    public static RawValue OfRatio(RawValue remaining, RawValue full) =>
        !remaining.IsKnown ? remaining
        : !full.IsKnown ? full
        : full.Number == 0 ? RawValue.Unknown(ValueQuality.OutOfRange)
        : RawValue.Known(((100 * remaining.Number) + (full.Number / 2)) / full.Number);

    private static Measurement Shown(RawReading raw, Capacities unit, Capacities otherUnit, BatteryState state, bool isMeasured)
    {
        RawValue capacity = raw[SupplyProperty.Capacity];
        if (capacity is { IsKnown: true, Number: 0 }
            && (IsMoreThanEmpty(unit) || IsMoreThanEmpty(otherUnit) || IsPlaceholder(raw, state, isMeasured)))
        {
            return Measurement.Unknown(ValueQuality.PlaceholderZero);
        }

        Measurement shown = capacity.Divide(1).Within(0, MaxOverrun);
        return shown.IsKnown ? Measurement.Known(Math.Min(shown.Value, 100)) : shown;
    }

    // A virtual machine without a battery may report a supply with a capacity of 0 and nothing else. The kernel reports one for a
    // peripheral whose first report has not arrived, as 'Discharging' (drivers/hid/hid-input.c).
    private static bool IsPlaceholder(RawReading raw, BatteryState state, bool isMeasured) =>
        state == BatteryState.Full
        || SilentGauge.IsZeros(raw)
        || (!isMeasured && (SupplyRules.Scope(raw) == BatteryScope.Peripheral
            ? !raw[SupplyProperty.CapacityLevel].IsKnown
            : state is not (BatteryState.Discharging or BatteryState.Empty)));

    // Of a gauge that reads as 0 in part, as seen of a bq27000. An unknown number is NaN, for which no comparison is true.
    private static bool IsMoreThanEmpty(Capacities unit) =>
        unit.Remaining.Value > MostOfEmpty * (unit.Full.IsKnown ? unit.Full.Value : unit.FullDesign.Value);

    // The kernel's division, drivers/acpi/battery.c.
    private static bool IsOfRefusedFull(RawReading raw, Capacities unit) =>
        unit.Full is { IsKnown: false, Quality: ValueQuality.FullFarAboveDesign }
        && raw[SupplyProperty.Capacity] is { IsKnown: true } capacity
        && raw[SupplyProperty.EnergyNow] is { IsKnown: true } remaining
        && raw[SupplyProperty.EnergyFull] is { IsKnown: true, Number: > 0 } full
        && capacity.Number == 100 * remaining.Number / full.Number;

    private static Measurement Ratio(Capacities unit)
    {
        Measurement ratio = Capacities.Percent(unit.Remaining, unit.Full);
        return ratio.IsKnown ? Measurement.Known(Math.Clamp(ratio.Value, 0, 100)) : ratio;
    }
}
