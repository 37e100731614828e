using Battery.Core.Raw;

namespace Battery.Core.Sources;

/// <summary>Reads one power supply, again and again.</summary>
internal interface ISupplyReader
{
    /// <summary>Where the supply is, for messages.</summary>
    string Location { get; }

    /// <summary>Reads all that the supply says. What cannot be read is marked in the reading and costs no more than that value.</summary>
    /// <returns>False when the supply is gone.</returns>
    bool TryRead(RawReading reading);
}
