using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>Voltage, current and power.</summary>
public static class ElectricalRules
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
    public static Measured Voltage(RawReading raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return PlausibleVoltage(raw[SupplyProperty.VoltageNow]);
    }

    /// <summary>The current, A, negative while the battery loses charge.</summary>
    /// <remarks>
    /// The kernel's ABI gives a discharge a minus sign, and many drivers do not: while discharging the sign is known.
    /// In the other states it is the driver's, so that a battery which loses charge on a weak charger is seen.
    /// </remarks>
    public static Measured Current(RawReading raw, BatteryState state, BatteryKind kind)
    {
        ArgumentNullException.ThrowIfNull(raw);
        double limit = kind == BatteryKind.Ups ? MaxUpsCurrent : MaxBatteryCurrent;
        Measured current = UnknownMark.Refuse(raw[SupplyProperty.CurrentNow]).Over(Million).Within(-limit, limit);
        return current.IsKnown && state == BatteryState.Discharging ? Measured.Known(-Math.Abs(current.Value)) : current;
    }

    /// <summary>The power that flows, W, a magnitude: as reported, else current times voltage.</summary>
    public static Measured Rate(RawReading raw, Measured voltage, BatteryKind kind)
    {
        ArgumentNullException.ThrowIfNull(raw);
        double limit = kind == BatteryKind.Ups ? MaxUpsRate : MaxBatteryRate;
        Measured reported = Magnitude(raw[SupplyProperty.PowerNow]).Within(0, limit);
        if (reported.IsKnown)
        {
            return reported;
        }

        Measured current = Magnitude(raw[SupplyProperty.CurrentNow]);
        Measured computed = !current.IsKnown || !voltage.IsKnown
            ? Measured.Unknown(current.IsKnown ? voltage.Reason : current.Reason)
            : current.Times(voltage.Value).Within(0, limit);
        return reported.Or(computed);
    }

    internal static Measured PlausibleVoltage(RawValue value) => value.Over(Million).Within(MinVoltage, MaxVoltage);

    private static Measured Magnitude(RawValue value)
    {
        Measured measured = UnknownMark.Refuse(value).Over(Million);
        return measured.IsKnown ? Measured.Known(Math.Abs(measured.Value)) : measured;
    }
}
