using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Model;

namespace Battery.Core.MacOS;

/// <summary>What an AppleSmartBattery service says of external power. A desktop Mac's says it too.</summary>
internal static class Adapter
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
    public static Measured Watts(PropertyDictionary service)
    {
        if (Power(service) == ExternalPower.Offline)
        {
            return Measured.Unknown(Reason.NotInThisState);
        }

        return service.Dictionary(SmartBatteryKeys.AdapterDetails)?.Integer(SmartBatteryKeys.Watts) switch
        {
            null => Measured.Unknown(Reason.Missing),
            0 => Measured.Unknown(Reason.ReportedUnknown),
            { } watts => Measured.Known(watts).Within(1, MaxWatts),
        };
    }
}
