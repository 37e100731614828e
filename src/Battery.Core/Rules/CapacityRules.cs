using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The remaining, the full and the designed capacity.</summary>
internal static class CapacityRules
{
    /// <summary>
    /// Whether the battery counts charge (Ah) rather than energy (Wh): the unit in which it reports more of its three values,
    /// energy on a tie.
    /// </summary>
    public static bool CountsCharge(RawReading raw) =>
        SupplyRules.IsPmuBattery(raw) || CapacityUnit.Charge.CountKnown(raw) > CapacityUnit.Energy.CountKnown(raw);

    /// <summary>The energies and the charges as they are reported, where they are plausible.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="scope">Whose battery it is.</param>
    public static (Capacities Energies, Capacities Charges) Reported(RawReading raw, BatteryScope scope) => SupplyRules.IsPmuBattery(raw)
        ? (CapacityUnit.Charge.Plausible(raw, scope), CapacityUnit.ChargeAsEnergy.Plausible(raw, scope))
        : (CapacityUnit.Energy.Plausible(raw, scope), CapacityUnit.Charge.Plausible(raw, scope));

    /// <summary>
    /// Energies in Wh, per value: as reported, else charge times a voltage. A reported energy that is far off its charge is a
    /// remnant of the driver (seen: 0 beside a charge that is not 0).
    /// </summary>
    /// <param name="reported">The energies that the battery reports.</param>
    /// <param name="converted">Its charges as energies.</param>
    public static Capacities Energies(Capacities reported, Capacities converted) => new(
        Choose(reported.Remaining, converted.Remaining),
        Choose(reported.Full, converted.Full),
        Choose(reported.FullDesign, converted.FullDesign));

    /// <summary>Charges as energies, Wh.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="charges">The charges, Ah.</param>
    /// <param name="voltage">The present voltage, for a battery without a design voltage.</param>
    public static Capacities Convert(RawReading raw, Capacities charges, Measurement voltage)
    {
        // A design voltage keeps energy from swinging with the load; the lowest one is what the cells were rated at.
        Measurement lowest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMinDesign]);
        Measurement highest = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageMaxDesign]);
        Measurement volts = lowest.IsKnown ? lowest : highest.IsKnown ? highest : voltage;
        return new(Energy(charges.Remaining, volts), Energy(charges.Full, volts), Energy(charges.FullDesign, volts));
    }

    /// <summary>Full over design, in %, not clamped: a new battery may pass 100. A ratio is of one unit, and of charges it needs no voltage.</summary>
    public static Measurement StateOfHealth(Capacities unit, Capacities otherUnit) =>
        Capacities.Percent(unit.Full, unit.FullDesign).OrElse(Capacities.Percent(otherUnit.Full, otherUnit.FullDesign));

    private static Measurement Choose(Measurement reported, Measurement converted) =>
        ElectricalRules.AreFarApart(reported, converted) ? converted : reported.OrElse(converted);

    private static Measurement Energy(Measurement charge, Measurement volts) =>
        !charge.IsKnown ? charge : volts.IsKnown ? charge.Times(volts.Value) : Measurement.Unknown(ValueQuality.NoVoltage);
}
