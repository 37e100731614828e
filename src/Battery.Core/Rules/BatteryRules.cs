using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Turns a raw reading into the values of a battery, in the order in which they depend on each other.</summary>
internal static class BatteryRules
{
    /// <summary>Applies every rule that needs this battery's reading alone.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="kind">The kind of the supply; a reading without a type does not change it.</param>
    /// <param name="snapshot">The values are written to it.</param>
    /// <returns>What the power flow depends on.</returns>
    public static FlowReading Apply(RawReading raw, BatteryKind kind, BatterySnapshot snapshot)
    {
        BatteryScope scope = SupplyRules.Scope(raw);
        snapshot.SetText(BatteryField.Name, raw.Name, ValueQuality.Known);
        snapshot.Set(BatteryField.Kind, Measurement.Known((int)kind));
        snapshot.Set(BatteryField.Scope, Measurement.Known((int)scope));
        SetText(raw, SupplyProperty.Manufacturer, snapshot, BatteryField.Vendor);
        SetText(raw, SupplyProperty.ModelName, snapshot, BatteryField.Model);
        SetText(raw, SupplyProperty.SerialNumber, snapshot, BatteryField.SerialNumber);
        snapshot.Set(BatteryField.ManufactureDate, ManufactureDateRule.Date(raw));
        snapshot.Set(BatteryField.Technology, raw[SupplyProperty.Technology].Divide(1));
        snapshot.Set(BatteryField.CapacityLevel, raw[SupplyProperty.CapacityLevel].Divide(1));

        snapshot.Set(BatteryField.State, StateRule.State(raw).Divide(1));
        BatteryState state = snapshot.State;

        Measurement voltage = ElectricalRules.Voltage(raw);
        Measurement current = SilentGauge.Refuse(raw, ElectricalRules.Current(raw, state, kind));
        Measurement signedRate = SilentGauge.Refuse(raw, ElectricalRules.SignedRate(raw, voltage, kind));
        Measurement rate = signedRate.Magnitude;
        snapshot.Set(BatteryField.Voltage, voltage);
        snapshot.Set(BatteryField.Current, current);
        snapshot.Set(BatteryField.EnergyRate, rate);

        (Capacities reported, Capacities charges) = CapacityRules.Reported(raw, scope);
        Capacities converted = CapacityRules.Convert(raw, charges, voltage);
        Capacities energies = CapacityRules.Energies(reported, converted);
        snapshot.Set(BatteryField.Energy, energies.Remaining);
        snapshot.Set(BatteryField.EnergyFull, energies.Full);
        snapshot.Set(BatteryField.EnergyFullDesign, energies.FullDesign);
        snapshot.Set(BatteryField.Charge, charges.Remaining);
        snapshot.Set(BatteryField.ChargeFull, charges.Full);
        snapshot.Set(BatteryField.ChargeFullDesign, charges.FullDesign);

        bool countsCharge = CapacityRules.CountsCharge(raw);
        (Capacities unit, Capacities otherUnit) = countsCharge ? (charges, reported) : (reported, charges);
        bool isMeasured = voltage.IsKnown || current.Magnitude.Value > 0 || rate.Value > 0 || energies.IsAnyMeasured || charges.IsAnyMeasured;
        snapshot.Set(BatteryField.Percentage, PercentageRule.Percentage(raw, unit, otherUnit, state, isMeasured));
        snapshot.Set(BatteryField.StateOfHealth, CapacityRules.StateOfHealth(unit, otherUnit));
        snapshot.Set(BatteryField.CycleCount, WearRules.CycleCount(raw));
        snapshot.Set(BatteryField.Temperature, WearRules.Temperature(raw));
        snapshot.Set(
            BatteryField.InternalResistance,
            Sentinels.ToUnknown(raw[SupplyProperty.InternalResistance]).Divide(1000).Within(0.001, 10_000));
        snapshot.Set(BatteryField.Condition, ConditionRule.Condition(raw, voltage, snapshot.Number(BatteryField.Percentage), rate));
        snapshot.Set(BatteryField.ReportedStateOfHealth, Sentinels.ToUnknown(raw[SupplyProperty.StateOfHealth]).Divide(1).Within(0, 100));
        snapshot.Set(BatteryField.ChargeType, raw[SupplyProperty.ChargeType].Divide(1));
        snapshot.Set(BatteryField.AvailableChargeTypes, raw[SupplyProperty.AvailableChargeTypes].Divide(1));
        snapshot.Set(BatteryField.ChargeBehavior, raw[SupplyProperty.ChargeBehavior].Divide(1));
        snapshot.Set(BatteryField.ChargeStartThreshold, raw[SupplyProperty.ChargeStartThreshold].Divide(1).Within(0, 100));
        snapshot.Set(BatteryField.ChargeEndThreshold, raw[SupplyProperty.ChargeEndThreshold].Divide(1).Within(0, 100));
        ChargeLimitRule limit = ChargeLimitRule.Of(raw);
        snapshot.Set(BatteryField.ChargeLimit, limit.Limit(raw[SupplyProperty.ChargeEndThreshold]));

        // Charge over current needs no voltage, so if the battery counts charge it gives the more accurate time.
        bool losesEnergy = current.Value < 0 || signedRate.Value < 0;
        Measurement flow = current.Magnitude;
        if (countsCharge)
        {
            snapshot.Set(BatteryField.TimeToFull, TimeRules.ToFull(
                raw, state, losesEnergy, limit.IsInForce, (charges.Room, flow), (reported.Room, rate), (converted.Room, rate)));
            snapshot.Set(BatteryField.TimeToEmpty, TimeRules.ToEmpty(raw, state, (charges.Remaining, flow), (energies.Remaining, rate)));
        }
        else
        {
            snapshot.Set(BatteryField.TimeToFull, TimeRules.ToFull(
                raw, state, losesEnergy, limit.IsInForce, (reported.Room, rate), (charges.Room, flow)));
            snapshot.Set(BatteryField.TimeToEmpty, TimeRules.ToEmpty(raw, state, (energies.Remaining, rate), (charges.Remaining, flow)));
        }

        return FlowReading.Of(raw, snapshot, signedRate, limit);
    }

    /// <summary>Applies the rules that need external power and the other batteries, too.</summary>
    /// <param name="battery">What the battery reports.</param>
    /// <param name="power">Whether external power is connected.</param>
    /// <param name="isOtherActive">Whether another battery of the system charges or discharges.</param>
    /// <param name="snapshot">The values of the same reading; those of the power flow are written to it.</param>
    public static void ApplyFlow(in FlowReading battery, ExternalPower power, bool isOtherActive, BatterySnapshot snapshot)
    {
        PowerFlow flow = PowerFlowRule.Flow(battery, power, isOtherActive);
        snapshot.Set(BatteryField.PowerFlow, flow == PowerFlow.Unknown
            ? Measurement.Unknown(snapshot.QualityOf(BatteryField.State))
            : Measurement.Known((int)flow));
        snapshot.Set(BatteryField.SignedPower, SignedPowerRule.Power(battery.Power, flow));
        snapshot.Set(BatteryField.TimeToLimit, TimeRules.ToLimit(snapshot));

        // Of a battery that rests, a gauge reports the times of its last use.
        if (flow is PowerFlow.Held or PowerFlow.Inhibited or PowerFlow.Full or PowerFlow.Idle)
        {
            KeepUnknown(snapshot, BatteryField.TimeToEmpty);
            KeepUnknown(snapshot, BatteryField.TimeToFull);
        }
    }

    private static void KeepUnknown(BatterySnapshot snapshot, BatteryField time)
    {
        if (snapshot.QualityOf(time) == ValueQuality.Known)
        {
            snapshot.Set(time, Measurement.Unknown(ValueQuality.NotInThisState));
        }
    }

    private static void SetText(RawReading raw, SupplyProperty property, BatterySnapshot snapshot, BatteryField field)
    {
        RawText text = raw.Text(property);
        snapshot.SetText(field, text.Text, text.Quality);
    }
}
