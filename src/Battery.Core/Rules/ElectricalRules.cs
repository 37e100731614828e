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
    private const double MinVoltage = 0.1;
    private const double MaxVoltage = 1000;

    /// <summary>The present voltage, V. A battery that responds cannot have 0 V.</summary>
    public static Measurement Voltage(RawReading raw) => PlausibleVoltage(raw[SupplyProperty.VoltageNow]);

    /// <summary>The current, A, negative while the battery loses charge.</summary>
    /// <remarks>
    /// By the kernel's ABI the current is negative for a discharge, but not with all drivers: while discharging the sign is known.
    /// In the other states it is the driver's, so that a battery which loses charge on a weak charger can be detected.
    /// </remarks>
    public static Measurement Current(RawReading raw, BatteryState state, BatteryKind kind)
    {
        double limit = kind == BatteryKind.Ups ? MaxUpsCurrent : MaxBatteryCurrent;
        Measurement current = Sentinels.ToUnknown(raw[SupplyProperty.CurrentNow]).Divide(Million).Within(-limit, limit);
        return current.IsKnown && state == BatteryState.Discharging ? Measurement.Known(-Math.Abs(current.Value)) : current;
    }

    /// <summary>The rate, W, without a sign: as reported, else current times voltage.</summary>
    public static Measurement Rate(RawReading raw, Measurement voltage, BatteryKind kind)
    {
        double limit = kind == BatteryKind.Ups ? MaxUpsRate : MaxBatteryRate;
        Measurement reported = Magnitude(raw[SupplyProperty.PowerNow]).Within(0, limit);
        if (reported.IsKnown)
        {
            return reported;
        }

        Measurement current = Magnitude(raw[SupplyProperty.CurrentNow]);
        Measurement computed = !current.IsKnown || !voltage.IsKnown
            ? Measurement.Unknown(current.IsKnown ? voltage.Quality : current.Quality)
            : current.Times(voltage.Value).Within(0, limit);
        return reported.OrElse(computed);
    }

    internal static Measurement PlausibleVoltage(RawValue value) => value.Divide(Million).Within(MinVoltage, MaxVoltage);

    private static Measurement Magnitude(RawValue value)
    {
        Measurement measured = Sentinels.ToUnknown(value).Divide(Million);
        return measured.IsKnown ? Measurement.Known(Math.Abs(measured.Value)) : measured;
    }
}
