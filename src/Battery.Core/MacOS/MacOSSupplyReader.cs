using Battery.Core.MacOS.Decoding;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Reads one battery service, or one UPS, repeatedly.</summary>
/// <param name="location">Where it is, for messages.</param>
/// <param name="read">Reads its properties; null if it was removed.</param>
/// <param name="decode">Decodes them.</param>
internal sealed class MacOSSupplyReader(string location, Func<PropertyDictionary?> read, Action<PropertyDictionary, RawReading> decode) : ISupplyReader
{
    /// <inheritdoc/>
    public string Location => location;

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        if (read() is not { } properties)
        {
            return false;
        }

        decode(properties, reading);
        return true;
    }
}
