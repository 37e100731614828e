using Battery.Core.Model;

namespace Battery.Core.MacOS.Decoding;

/// <summary>Whether external power is connected, by the battery services and by the source that powers the Mac.</summary>
internal static class ExternalPowerDecoder
{
    /// <summary>Combines the two.</summary>
    /// <param name="services">What the battery services report.</param>
    /// <param name="providingType">
    /// IOPSGetProvidingPowerSourceType. It is derived from the same service some milliseconds later, so it decides only where no service
    /// reports external power, as on Intel desktops, and where a UPS runs on its battery: the adapter is then connected to the UPS.
    /// </param>
    public static ExternalPower Decode(ExternalPower services, string? providingType) => (services, providingType) switch
    {
        (_, PowerSourceKeys.UpsPower) => ExternalPower.Offline,
        (not ExternalPower.Unknown, _) => services,
        (_, PowerSourceKeys.AcPower) => ExternalPower.Online,
        (_, PowerSourceKeys.BatteryPower) => ExternalPower.Offline,
        _ => ExternalPower.Unknown,
    };
}
