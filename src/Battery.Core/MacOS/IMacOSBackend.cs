using Battery.Core.MacOS.Decoding;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Where the properties of battery services come from: the running system, or a recording.</summary>
internal interface IMacOSBackend
{
    /// <summary>The way's name, as <c>iokit</c>.</summary>
    string Name { get; }

    /// <summary>Reads the AppleSmartBattery services, each in the shape of <c>ioreg -a</c>: with its id and what is below it.</summary>
    /// <exception cref="Model.BatteryException">The registry cannot be read.</exception>
    List<PropertyDictionary> ReadServices();

    /// <summary>Opens the announcements of changes.</summary>
    /// <exception cref="Model.BatteryException">The system does not let this process wait.</exception>
    IChangeNotifier OpenNotifier();
}
