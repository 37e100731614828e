using Battery.Core.ChargeLimits;
using Battery.Core.Explanation;
using Battery.Core.MacOS.Decoding;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>Reads one battery service, or one UPS, repeatedly.</summary>
/// <param name="location">Where it is, for messages.</param>
/// <param name="read">Reads its properties; null if it was removed.</param>
/// <param name="decoding">How they are decoded.</param>
/// <param name="chargeLimitReason">Why no charge limit can be set.</param>
internal sealed class MacOSSupplyReader(string location, Func<PropertyDictionary?> read, PropertyDecoding decoding, string chargeLimitReason) : ISupplyReader
{
    /// <inheritdoc/>
    public string Location => location;

    /// <inheritdoc/>
    public IChargeLimitControl ChargeLimit => new UnsupportedChargeLimit(location, chargeLimitReason);

    /// <inheritdoc/>
    public bool TryRead(RawReading reading)
    {
        if (read() is not { } properties)
        {
            return false;
        }

        decoding.Decode(properties, reading);
        return true;
    }

    /// <inheritdoc/>
    public ISupplyEvidence? Capture() => read() is { } properties ? new MacOSEvidence(properties, decoding) : null;
}
