using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The remaining, the full and the designed capacity, in the unit that the battery counts in.</summary>
internal static class CapacityRules
{
    /// <summary>A new battery may have a little more than its design capacity; twice as much is a faulty gauge (seen: 6,233 Wh of 60).</summary>
    public const double MaxFullOverDesign = 2;

    /// <summary>A gauge may report a little more than full; far more is a faulty gauge (seen: 652 %).</summary>
    public const double MaxRemainingOverFull = 1.5;

    /// <summary>The most that anything with a battery in it holds, Wh or Ah: a UPS of a server limit.</summary>
    public const double MaxCapacity = 100_000;

    private const double Million = 1e6;

    private static readonly Properties s_energies = new(SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign);
    private static readonly Properties s_charges = new(SupplyProperty.ChargeNow, SupplyProperty.ChargeFull, SupplyProperty.ChargeFullDesign);

    /// <summary>
    /// Whether the battery counts charge (Ah) rather than energy (Wh): the unit in which it reports more of its three values,
    /// energy on a tie. A single <c>energy_now</c> beside a full set of charges is a remnant of the driver.
    /// </summary>
    public static bool CountsCharge(RawReading raw) => s_charges.CountKnown(raw) > s_energies.CountKnown(raw);

    /// <summary>Energies in Wh: as reported, or charge times a voltage.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="voltage">The present voltage, for a battery that counts charge and has no design voltage.</param>
    public static Capacities Energies(RawReading raw, Measurement voltage)
    {
        if (!CountsCharge(raw))
        {
            return Plausible(raw, s_energies);
        }

        Measurement factor = VoltageOfCharge(raw, voltage);
        Capacities charges = Plausible(raw, s_charges);
        return new(Energy(charges.Remaining, factor), Energy(charges.Full, factor), Energy(charges.FullDesign, factor));
    }

    /// <summary>Charges in Ah, as reported.</summary>
    public static Capacities Charges(RawReading raw) => Plausible(raw, s_charges);

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

    private static Capacities Plausible(RawReading raw, Properties properties)
    {
        Measurement remaining = Sentinels.ToUnknown(raw[properties.Remaining]).Divide(Million).Within(0, MaxCapacity);
        Measurement full = Sentinels.ToUnknown(raw[properties.Full]).Divide(Million).Within(double.Epsilon, MaxCapacity);
        Measurement design = Sentinels.ToUnknown(raw[properties.FullDesign]).Divide(Million).Within(double.Epsilon, MaxCapacity);
        if (full.IsKnown && design.IsKnown && full.Value > MaxFullOverDesign * design.Value)
        {
            // Two of the three agree: the remaining capacity fits into the one and not into the other.
            bool isDesignWrong = remaining.IsKnown
                && remaining.Value > MaxRemainingOverFull * design.Value && remaining.Value <= MaxRemainingOverFull * full.Value;
            design = isDesignWrong ? Measurement.Unknown(ValueQuality.DesignFarBelowFull) : design;
            full = isDesignWrong ? full : Measurement.Unknown(ValueQuality.FullFarAboveDesign);
        }

        Measurement limit = full.IsKnown ? full : design;
        if (limit.IsKnown)
        {
            remaining = remaining.Within(0, MaxRemainingOverFull * limit.Value, ValueQuality.RemainingFarAboveFull);
        }

        return new(remaining, full, design);
    }

    // A design voltage keeps energy from swinging with the load; the lowest one is what the cells were rated at.
    private static Measurement VoltageOfCharge(RawReading raw, Measurement voltage)
    {
        Measurement lowest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMinDesign]);
        Measurement highest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMaxDesign]);
        return lowest.IsKnown ? lowest : highest.IsKnown ? highest : voltage;
    }

    private static Measurement Energy(Measurement charge, Measurement volts) =>
        !charge.IsKnown ? charge : volts.IsKnown ? charge.Times(volts.Value) : Measurement.Unknown(ValueQuality.NoVoltage);

    // The properties of one unit.
    private readonly record struct Properties(SupplyProperty Remaining, SupplyProperty Full, SupplyProperty FullDesign)
    {
        public int CountKnown(RawReading raw) => (raw[Remaining].IsKnown ? 1 : 0) + (raw[Full].IsKnown ? 1 : 0) + (raw[FullDesign].IsKnown ? 1 : 0);
    }
}
