using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Voltage, current and power.</summary>
internal static class ElectricalRules
{
    /// <summary>The most that goes in or out of a battery, W. Laptops charge with up to 240 W; UPower's limit is the same 300 W.</summary>
    public const double MaxBatteryRate = 300;

    /// <summary>The most that a UPS gives, W.</summary>
    public const double MaxUpsRate = 20_000;

    /// <summary>The most that flows in or out of a battery, A: the most power at 3 V.</summary>
    public const double MaxBatteryCurrent = 100;

    /// <summary>The most that flows in or out of a UPS's battery, A.</summary>
    public const double MaxUpsCurrent = 2000;

    private const double Million = 1e6;
    private const double MinVoltage = 0.1;
    private const double MaxVoltage = 1000;

    /// <summary>The present voltage, V. 0 V on a battery that answers is a driver that does not know.</summary>
    public static Measurement Voltage(RawReading raw) => PlausibleVoltage(raw[SupplyProperty.VoltageNow]);

    /// <summary>The current, A, negative while the battery loses charge.</summary>
    /// <remarks>
    /// The kernel's ABI gives a discharge a minus sign, and many drivers do not: while discharging the sign is known.
    /// In the other states it is the driver's, so that a battery which loses charge on a weak charger is seen.
    /// </remarks>
    public static Measurement Current(RawReading raw, BatteryState state, BatteryKind kind)
    {
        double limit = kind == BatteryKind.Ups ? MaxUpsCurrent : MaxBatteryCurrent;
        Measurement current = Sentinels.ToUnknown(raw[SupplyProperty.CurrentNow]).Divide(Million).Within(-limit, limit);
        return current.IsKnown && state == BatteryState.Discharging ? Measurement.Known(-Math.Abs(current.Value)) : current;
    }

    /// <summary>The power that flows, W, a magnitude: as reported, else current times voltage.</summary>
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
