using Battery.Core.Explanation;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Reads one battery service repeatedly.</summary>
/// <param name="backend">Where it is.</param>
/// <param name="index">Its index among the services.</param>
/// <param name="id">Its id in the registry, by which it is found again; null in a dump that has none.</param>
internal sealed class MacOSSupplyReader(IMacOSBackend backend, int index, long? id) : ISupplyReader
{
    /// <inheritdoc/>
    public string Location => id is { } number ? $"{SmartBatteryKeys.ServiceName} (id 0x{number:x})" : SmartBatteryKeys.ServiceName;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        if (ReadService() is not { } service)
        {
            return false;
        }

        SmartBatteryDecoder.Decode(service, reading);
        return true;
    }

    /// <inheritdoc/>
    public ISupplyEvidence? Capture() => ReadService() is { } service ? new MacOSEvidence(service) : null;

    private PropertyDictionary? ReadService() =>
        id is { } number ? backend.ReadService(number) : backend.ReadServices().ElementAtOrDefault(index);
}
