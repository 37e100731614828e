using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>What is in a battery and what fits in, whichever unit it counts in.</summary>
internal static class CapacityRules
{
    /// <summary>A new battery may hold a little more than designed; twice as much is a broken gauge (seen: 6,233 Wh of 60).</summary>
    public const double MaxFullOverDesign = 2;

    /// <summary>A gauge may run a little over full; far over is a broken one (seen: 652 %).</summary>
    public const double MaxLeftOverFull = 1.5;

    /// <summary>The most that anything with a battery in it holds, Wh or Ah: a UPS of a server room.</summary>
    public const double MaxCapacity = 100_000;

    private const double Million = 1e6;

    /// <summary>
    /// Whether the battery counts charge (Ah) rather than energy (Wh): the unit in which it gives more of its three values,
    /// energy on a tie. A lone <c>energy_now</c> beside a full set of charges is a leftover of the driver.
    /// </summary>
    public static bool CountsCharge(RawReading raw) => CountKnown(raw, SupplyProperty.ChargeNow) > CountKnown(raw, SupplyProperty.EnergyNow);

    /// <summary>Energies in Wh: as reported, or charge times a voltage.</summary>
    /// <param name="raw">What the machine said.</param>
    /// <param name="voltage">The present voltage, for a battery that counts charge and has no design voltage.</param>
    public static Capacities Energies(RawReading raw, Measurement voltage)
    {
        if (!CountsCharge(raw))
        {
            return Plausible(raw, SupplyProperty.EnergyNow);
        }

        Measurement factor = VoltageOfCharge(raw, voltage);
        Capacities charges = Plausible(raw, SupplyProperty.ChargeNow);
        return new(Energy(charges.Remaining, factor), Energy(charges.Full, factor), Energy(charges.FullDesign, factor));
    }

    /// <summary>Charges in Ah, as reported.</summary>
    public static Capacities Charges(RawReading raw) => Plausible(raw, SupplyProperty.ChargeNow);

    /// <summary>Full over design, in %, not clamped: a new battery may pass 100.</summary>
    /// <param name="store">In the unit that the battery counts in: the ratio of charges needs no voltage.</param>
    public static Measurement StateOfHealth(Capacities store)
    {
        if (!store.Full.IsKnown)
        {
            return store.Full;
        }

        return store.FullDesign.IsKnown ? Measurement.Known(100 * store.Full.Value / store.FullDesign.Value) : store.FullDesign;
    }

    // The three properties of a unit stand in this order: now, full, full design.
    private static Capacities Plausible(RawReading raw, SupplyProperty first)
    {
        Measurement left = Sentinels.ToUnknown(raw[first]).Divide(Million).Within(0, MaxCapacity);
        Measurement full = Sentinels.ToUnknown(raw[first + 1]).Divide(Million).Within(double.Epsilon, MaxCapacity);
        Measurement design = Sentinels.ToUnknown(raw[first + 2]).Divide(Million).Within(double.Epsilon, MaxCapacity);
        if (full.IsKnown && design.IsKnown && full.Value > MaxFullOverDesign * design.Value)
        {
            // Two of the three agree: what is left fits into the one and not into the other.
            bool isDesignWrong = left.IsKnown && left.Value > MaxLeftOverFull * design.Value && left.Value <= MaxLeftOverFull * full.Value;
            design = isDesignWrong ? Measurement.Unknown(ValueQuality.DesignFarBelowFull) : design;
            full = isDesignWrong ? full : Measurement.Unknown(ValueQuality.FullFarAboveDesign);
        }

        Measurement room = full.IsKnown ? full : design;
        if (room.IsKnown)
        {
            left = left.Within(0, MaxLeftOverFull * room.Value, ValueQuality.RemainingFarAboveFull);
        }

        return new(left, full, design);
    }

    private static int CountKnown(RawReading raw, SupplyProperty first) =>
        (raw[first].IsKnown ? 1 : 0) + (raw[first + 1].IsKnown ? 1 : 0) + (raw[first + 2].IsKnown ? 1 : 0);

    // A design voltage keeps energy from swinging with the load; the lowest one is what the cells were rated at.
    private static Measurement VoltageOfCharge(RawReading raw, Measurement voltage)
    {
        Measurement lowest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMinDesign]);
        Measurement highest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMaxDesign]);
        return lowest.IsKnown ? lowest : highest.IsKnown ? highest : voltage;
    }

    private static Measurement Energy(Measurement charge, Measurement volts) =>
        !charge.IsKnown ? charge : volts.IsKnown ? charge.Times(volts.Value) : Measurement.Unknown(ValueQuality.NoVoltage);
}
