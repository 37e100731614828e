using Battery.Core.MacOS.PropertyLists;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Reads one battery service, again and again.</summary>
/// <param name="registry">Where it is.</param>
/// <param name="index">Its place among the services.</param>
/// <param name="id">Its id in the registry, by which it is found again; null in a dump that tells none.</param>
internal sealed class SmartBatteryReader(IBatteryRegistry registry, int index, long? id) : ISupplyReader
{
    /// <inheritdoc/>
    public string Location => id is { } number ? $"{SmartBatteryKeys.Service} (id 0x{number:x})" : SmartBatteryKeys.Service;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        IReadOnlyList<PropertyDictionary> services = registry.ReadServices();
        PropertyDictionary? service = id is { } number
            ? services.FirstOrDefault(other => other.Integer(RegistryKeys.Id) == number)
            : services.ElementAtOrDefault(index);
        if (service is null)
        {
            return false;
        }

        SmartBatteryDecoder.Decode(service, reading);
        return true;
    }
}
