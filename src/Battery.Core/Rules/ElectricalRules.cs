using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Voltage, current and power.</summary>
internal static class ElectricalRules
{
    /// <summary>The largest rate of a battery, W. Laptops charge with up to 240 W; UPower has the same limit.</summary>
    public const double MaxBatteryRate = 300;

    /// <summary>The largest rate of a UPS, W.</summary>
    public const double MaxUpsRate = 20_000;

    /// <summary>The largest current of a battery, A: the largest rate at 3 V.</summary>
    public const double MaxBatteryCurrent = 100;

    /// <summary>The largest current of a UPS's battery, A.</summary>
    public const double MaxUpsCurrent = 2000;

    private const double Million = 1e6;
    // More than one cell's voltage beside the power of four would differ.
    private const double SeveralTimes = 4;
    private const double MinVoltage = 0.1;
    private const double MaxVoltage = 1000;
    private const long MaxRegister = 0xFFFF;

    /// <summary>The present voltage, V. A battery that responds cannot have 0 V.</summary>
    public static Measurement Voltage(RawReading raw) =>
        PlausibleVoltage(raw[SupplyProperty.VoltageNow]).OrElse(PlausibleVoltage(raw[SupplyProperty.VoltageAvg]));

    /// <summary>The current, A, negative while the battery loses charge.</summary>
    /// <remarks>
    /// By the kernel's ABI the current is negative for a discharge, but not with all drivers: while discharging the sign is known.
    /// In the other states it is the driver's, so that a battery which loses charge on a weak charger can be detected.
    /// </remarks>
    public static Measurement Current(RawReading raw, BatteryState state, BatteryKind kind)
    {
        if (IsCurrentPower(raw))
        {
            return Measurement.Unknown(ValueQuality.OutOfRange);
        }

        double limit = kind == BatteryKind.Ups ? MaxUpsCurrent : MaxBatteryCurrent;
        Measurement current = Current(raw[SupplyProperty.CurrentNow]).Within(-limit, limit)
            .OrElse(Current(raw[SupplyProperty.CurrentAvg]).Within(-limit, limit));
        return current.IsKnown && state == BatteryState.Discharging ? Measurement.Known(-Math.Abs(current.Value)) : current;
    }

    /// <summary>
    /// The power, W, with the driver's sign: as reported, else current times voltage, else averages. Where the reported power is
    /// far off current times voltage, that is the power: drivers report 0 while a current flows (AXP20x), or another unit.
    /// </summary>
    /// <remarks>Negative while the battery loses energy, where the driver reports the sign; qcom-battmgr does, and reports no current.</remarks>
    public static Measurement SignedRate(RawReading raw, Measurement voltage, BatteryKind kind)
    {
        double limit = kind == BatteryKind.Ups ? MaxUpsRate : MaxBatteryRate;
        if (IsCurrentPower(raw))
        {
            return Current(raw[SupplyProperty.CurrentNow]).Within(-limit, limit);
        }

        Measurement reported = Sentinels.ToUnknown(raw[SupplyProperty.PowerNow]).Divide(Million).Within(-limit, limit);
        Measurement computed = Product(Current(raw[SupplyProperty.CurrentNow]), voltage).Within(-limit, limit);
        return computed.Value != 0 && AreFarApart(reported, computed) ? computed
            : reported.IsKnown ? reported
            : reported.OrElse(computed)
                .OrElse(Average(raw[SupplyProperty.PowerAvg]).Within(-limit, limit))
                .OrElse(Product(Current(raw[SupplyProperty.CurrentAvg]), voltage).Within(-limit, limit));
    }

    /// <summary>Whether two known values of the same quantity differ several times.</summary>
    public static bool AreFarApart(Measurement one, Measurement other)
    {
        double left = Math.Abs(one.Value);
        double right = Math.Abs(other.Value);
        return left > SeveralTimes * right || right > SeveralTimes * left;
    }

    internal static Measurement PlausibleVoltage(RawValue value) => Sentinels.VoltageToUnknown(value).Divide(Million).Within(MinVoltage, MaxVoltage);

    // Kernels before 2.6.33 have no power_now: of a battery that counts energy, current_now is the power in µW. They report no capacity either.
    private static bool IsCurrentPower(RawReading raw) =>
        raw.QualityOf(SupplyProperty.Capacity) == ValueQuality.Missing
        && raw.QualityOf(SupplyProperty.PowerNow) == ValueQuality.Missing
        && raw[SupplyProperty.CurrentNow].IsKnown
        && raw[SupplyProperty.EnergyNow].IsKnown && raw[SupplyProperty.EnergyFull].IsKnown
        && !raw[SupplyProperty.ChargeCounter].IsKnown && CapacityUnit.Charge.CountKnown(raw) == 0;

    private static Measurement Current(RawValue value) => Sentinels.CurrentToUnknown(value).Divide(Million);

    // Kernels before 5.13 print the register of bq27xxx gauges: 16 bits without a sign, in units of 10 mW.
    private static Measurement Average(RawValue value) =>
        value.Number is > 0 and <= MaxRegister ? Measurement.Unknown(ValueQuality.OutOfRange) : Sentinels.ToUnknown(value).Divide(Million);

    private static Measurement Product(Measurement current, Measurement voltage) =>
        voltage.IsKnown ? current.Times(voltage.Value) : current.IsKnown ? voltage : current;
}
