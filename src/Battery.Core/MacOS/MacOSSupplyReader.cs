using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Reads one battery service, again and again.</summary>
/// <param name="registry">Where it is.</param>
/// <param name="index">Its place among the services.</param>
/// <param name="id">Its id in the registry, by which it is found again; null in a dump that tells none.</param>
internal sealed class MacOSSupplyReader(IMacOSBackend registry, int index, long? id) : ISupplyReader
{
    /// <inheritdoc/>
    public string Location => id is { } number ? $"{SmartBatteryKeys.ServiceName} (id 0x{number:x})" : SmartBatteryKeys.ServiceName;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        List<PropertyDictionary> services = registry.ReadServices();
        int found = id is { } number ? BatteryServices.IndexOf(number, services) : index;
        if (found < 0 || found >= services.Count)
        {
            return false;
        }

        SmartBatteryDecoder.Decode(services[found], reading);
        return true;
    }
}
