using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.MacOS.Decoding;

/// <summary>What an AppleSmartBattery service reports of external power. A desktop Mac's does so too.</summary>
internal static class AdapterDecoder
{
    // USB-C ends at 240 W.
    private const double MaxWatts = 1000;

    /// <summary>The adapter. Without one, AdapterDetails is nearly empty, or keeps what the last one reported.</summary>
    public static Adapter Decode(PropertyDictionary service)
    {
        bool? isOnline = new SmartBattery(service).IsExternalConnected;
        PropertyDictionary? details = isOnline == false ? null : service.Dictionary(SmartBatteryKeys.AdapterDetails);
        return new(
            details?.Text(SmartBatteryKeys.Name) ?? details?.Text(SmartBatteryKeys.Description),
            AdapterKind.Unknown,
            isOnline,
            isOnline == false ? Measurement.Unknown(ValueQuality.NotInThisState) : Watts(details?.Integer(SmartBatteryKeys.Watts)));
    }

    private static Measurement Watts(long? watts) => watts switch
    {
        null => Measurement.Unknown(ValueQuality.Missing),
        0 => Measurement.Unknown(ValueQuality.ReportedUnknown),
        _ => Measurement.Known(watts.Value).Within(1, MaxWatts),
    };
}
