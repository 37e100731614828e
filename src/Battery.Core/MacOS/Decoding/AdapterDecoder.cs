using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS.Decoding;

/// <summary>What an AppleSmartBattery service reports of external power. A desktop Mac's does so too.</summary>
internal static class AdapterDecoder
{
    // USB-C ends at 240 W and 48 V.
    private const double MaxWatts = 1000;
    private const double MaxVolts = 100;
    private const double MaxAmperes = 100;

    private const double Thousand = 1000;

    // kIOPSFamilyCode… of IOPM.h.
    private const uint UsbHost = 0xE0004000;
    private const uint UsbUnknown = 0xE0004007;
    private const uint UsbCBrick = 0xE0004008;
    private const uint UsbCTypeC = 0xE0004009;
    private const uint UsbCPd = 0xE000400A;
    private const uint Ac = 0xE0024000;

    /// <summary>Adds the adapter in use, if anything is reported about one.</summary>
    public static void AddTo(List<Adapter> adapters, PropertyDictionary service)
    {
        bool? isOnline = new SmartBattery(service).IsExternalConnected;
        PropertyDictionary? details = service.Dictionary(SmartBatteryKeys.AdapterDetails);
        if (isOnline is not null || details is not null)
        {
            adapters.Add(Decode(isOnline, details));
        }
    }

    // Without an adapter, the details are nearly empty, or keep what the last one reported.
    private static Adapter Decode(bool? isOnline, PropertyDictionary? details)
    {
        if (isOnline == false)
        {
            var unplugged = Measurement.Unknown(ValueQuality.NotInThisState);
            return new(null, AdapterType.Unknown, isOnline, unplugged, unplugged, unplugged);
        }

        return new(
            details?.Text(SmartBatteryKeys.Name) ?? details?.Text(SmartBatteryKeys.Description),
            Type(details),
            isOnline,
            Known(details?.Integer(SmartBatteryKeys.AdapterVoltage) ?? details?.Integer(SmartBatteryKeys.Voltage), Thousand, MaxVolts),
            Known(details?.Integer(SmartBatteryKeys.Current), Thousand, MaxAmperes),
            Known(details?.Integer(SmartBatteryKeys.Watts), 1, MaxWatts));
    }

    // The code is a number of 32 bits; dumps have it with and without a sign.
    private static AdapterType Type(PropertyDictionary? details) =>
        details?.Flag(SmartBatteryKeys.IsWireless) == true ? AdapterType.Wireless : (uint?)details?.Integer(SmartBatteryKeys.FamilyCode) switch
        {
            UsbCPd => AdapterType.UsbPd,
            UsbCBrick or UsbCTypeC => AdapterType.UsbC,
            >= UsbHost and <= UsbUnknown => AdapterType.Usb,
            Ac => AdapterType.Mains,
            _ => AdapterType.Unknown,
        };

    private static Measurement Known(long? number, double parts, double max) => number switch
    {
        null => Measurement.Unknown(ValueQuality.Missing),
        0 => Measurement.Unknown(ValueQuality.ReportedUnknown),
        _ => RawValue.Known(number.Value).Divide(parts).Within(0, max),
    };
}
