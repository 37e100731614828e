using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Rules;

/// <summary>What an adapter on Linux is, and what it supplies.</summary>
/// <remarks>
/// The power that an adapter can supply is known for the drivers whose properties describe the adapter; those of other drivers are
/// measured values or limits of the charger. The highest voltage times the highest current belong to different offers of the adapter.
/// </remarks>
internal static class AdapterRules
{
    /// <summary>The largest power, W: USB-C ends at 240 W; a mains adapter of a laptop has up to 330 W.</summary>
    public const double MaxPower = 400;

    // What of the driver's properties the power follows from, and all that is known about an adapter.
    private static readonly SupplyProperty[] s_ofContract = [SupplyProperty.UsbType, SupplyProperty.VoltageNow, SupplyProperty.CurrentNow];
    private static readonly SupplyProperty[] s_ofLimit = [SupplyProperty.InputPowerLimit];
    private static readonly SupplyProperty[] s_all = [.. s_ofContract, SupplyProperty.InputPowerLimit, SupplyProperty.InputCurrentLimit];

    private const double Million = 1e6;
    private const double MinPower = 0.1;
    private const double MaxCurrent = 100;

    // USB Type-C without a contract: the source advertises 1.5 or 3 A. For less, UCSI reports a number that stands for 'default'.
    private const double LeastTypeCCurrent = 1.5;
    private const double LeastContractCurrent = 0.01;

    /// <summary>The properties to read beside <see cref="SupplyProperty.Online"/>.</summary>
    /// <param name="name">The name of the supply.</param>
    /// <param name="withDetails">False for the power that the adapter can supply only.</param>
    public static ReadOnlySpan<SupplyProperty> Properties(string name, bool withDetails) =>
        withDetails ? s_all : IsOfMac(name) ? s_ofLimit : HasContract(name) ? s_ofContract : [];

    /// <summary>The adapter that a supply is.</summary>
    public static Adapter Adapter(RawReading raw)
    {
        RawValue online = raw[SupplyProperty.Online];
        return new(raw.Name, Type(raw), online.IsKnown ? online.Number > 0 : null, Voltage(raw), Current(raw), Power(raw));
    }

    /// <summary>The type of an adapter by the type of its supply; unknown where that is not one of an adapter.</summary>
    public static AdapterType TypeOf(RawValue type) => !type.IsKnown ? AdapterType.Unknown : (SupplyType)type.Number switch
    {
        SupplyType.Mains => AdapterType.Mains,
        SupplyType.Usb => AdapterType.Usb,
        SupplyType.UsbC => AdapterType.UsbC,
        SupplyType.UsbPd => AdapterType.UsbPd,
        SupplyType.Wireless => AdapterType.Wireless,
        _ => AdapterType.Unknown,
    };

    /// <summary>The type. The supply of a USB port has one type for all that can be connected; usb_type has the one in use.</summary>
    public static AdapterType Type(RawReading raw)
    {
        AdapterType type = TypeOf(raw[SupplyProperty.Type]);
        RawValue usb = raw[SupplyProperty.UsbType];
        return usb.IsKnown && type is AdapterType.Usb or AdapterType.UsbC or AdapterType.UsbPd ? (AdapterType)usb.Number : type;
    }

    /// <summary>The voltage, V; only while the adapter is online.</summary>
    public static Measurement Voltage(RawReading raw) => IfOnline(raw, ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageNow]));

    /// <summary>The current, A; only while the adapter is online.</summary>
    public static Measurement Current(RawReading raw) => IfOnline(raw,
        IsOfMac(raw.Name) ? raw[SupplyProperty.InputCurrentLimit].Divide(Million).Within(LeastContractCurrent, MaxCurrent)
        : HasContract(raw.Name) ? Offered(raw)
        : raw[SupplyProperty.CurrentNow].Divide(Million).Within(0, MaxCurrent));

    /// <summary>The power, W; only while the adapter is online.</summary>
    public static Measurement Power(RawReading raw) => IfOnline(raw,
        IsOfMac(raw.Name) ? raw[SupplyProperty.InputPowerLimit].Divide(Million).Within(MinPower, MaxPower)
        : HasContract(raw.Name) ? Contract(raw)
        : Measurement.Unknown(ValueQuality.Missing));

    // drivers/usb/typec/ucsi/psy.c and drivers/usb/typec/tcpm/tcpm.c.
    private static bool HasContract(string name) =>
        name.StartsWith("ucsi-source-psy-", StringComparison.Ordinal) || name.StartsWith("tcpm-source-psy-", StringComparison.Ordinal);

    /// <summary>Whether an adapter is the one of a Mac's power controller, which stands for all its inputs: drivers/power/supply/macsmc-power.c.</summary>
    public static bool IsOfMac(string? name) => name?.StartsWith("macsmc-", StringComparison.Ordinal) == true;

    private static Measurement IfOnline(RawReading raw, Measurement value) =>
        raw[SupplyProperty.Online] is { IsKnown: true, Number: <= 0 } ? Measurement.Unknown(ValueQuality.NotInThisState) : value;

    // Without usb_type the number may be anything.
    private static Measurement Offered(RawReading raw)
    {
        RawValue type = raw[SupplyProperty.UsbType];
        return !type.IsKnown ? Measurement.Unknown(type.Quality)
            : raw[SupplyProperty.CurrentNow].Divide(Million).Within(
                (AdapterType)type.Number == AdapterType.UsbPd ? LeastContractCurrent : LeastTypeCCurrent, MaxCurrent, ValueQuality.ReportedUnknown);
    }

    private static Measurement Contract(RawReading raw)
    {
        Measurement voltage = ElectricalRules.PlausibleVoltage(raw[SupplyProperty.VoltageNow]);
        return voltage.IsKnown ? Offered(raw).Times(voltage.Value).Within(MinPower, MaxPower) : voltage;
    }
}
