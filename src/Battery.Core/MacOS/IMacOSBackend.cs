using Battery.Core.ChargeLimits;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Where the properties of battery services and power sources come from: the running system, or a recording.</summary>
internal interface IMacOSBackend
{
    /// <summary>The name of the interface that is read, for example <c>iokit</c>.</summary>
    string Name { get; }

    /// <summary>Reads the AppleSmartBattery services, each in the form of <c>ioreg -a</c>: with its id and its children.</summary>
    /// <exception cref="Model.BatteryException">The registry cannot be read.</exception>
    List<PropertyDictionary> ReadServices();

    /// <summary>Reads one service and no other.</summary>
    /// <param name="id">Its id in the registry.</param>
    /// <returns>Null if it was removed.</returns>
    /// <exception cref="Model.BatteryException">The registry cannot be read.</exception>
    PropertyDictionary? ReadService(long id);

    /// <summary>Reads the power sources: internal batteries, UPSes, and which of them powers the Mac.</summary>
    /// <returns>Null if the system does not report them.</returns>
    PowerSources? ReadPowerSources();

    /// <summary>Whether serial numbers are as the machine reported them; a recording may have them masked.</summary>
    bool KeepsSerialNumbers => true;

    /// <summary>Why no charge limit can be set, and what to use instead.</summary>
    string ChargeLimitReason => UnsupportedChargeLimit.Recording;

    /// <summary>Subscribes to notifications of changes.</summary>
    /// <exception cref="Model.BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}
