using Battery.Core.Model;

namespace Battery.Core.MacOS.Decoding;

/// <summary>What an AppleSmartBattery service says of external power. A desktop Mac's says it too.</summary>
internal static class AdapterDecoder
{
    // USB-C ends at 240 W; a dump of megawatts is none.
    private const double MaxWatts = 1000;

    /// <summary>Whether the machine is fed from outside.</summary>
    public static ExternalPower Power(PropertyDictionary service) => SmartBatteryState.IsExternalConnected(new(service)) switch
    {
        true => ExternalPower.Online,
        false => ExternalPower.Offline,
        null => ExternalPower.Unknown,
    };

    /// <summary>What the adapter in use can give, W. Without one AdapterDetails is nearly empty, or keeps what the last one gave.</summary>
    public static Measurement Watts(PropertyDictionary service)
    {
        if (Power(service) == ExternalPower.Offline)
        {
            return Measurement.Unknown(ValueQuality.NotInThisState);
        }

        return service.Dictionary(SmartBatteryKeys.AdapterDetails)?.Integer(SmartBatteryKeys.Watts) switch
        {
            null => Measurement.Unknown(ValueQuality.Missing),
            0 => Measurement.Unknown(ValueQuality.ReportedUnknown),
            { } watts => Measurement.Known(watts).Within(1, MaxWatts),
        };
    }
}
