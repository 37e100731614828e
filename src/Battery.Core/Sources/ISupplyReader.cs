using Battery.Core.ChargeLimits;
using Battery.Core.Explanation;
using Battery.Core.Raw;

namespace Battery.Core.Sources;

/// <summary>Reads one power supply repeatedly. Whatever it keeps from one reading to the next is its own.</summary>
internal interface ISupplyReader
{
    /// <summary>The location of the supply, for messages.</summary>
    string Location { get; }

    /// <summary>Sets the charge limit of the supply.</summary>
    IChargeLimitControl ChargeLimit { get; }

    /// <summary>Clears the reading and fills it. A property that cannot be read does not affect the others.</summary>
    /// <returns>False if the supply was removed.</returns>
    bool TryRead(RawReading reading);

    /// <summary>Reads the supply and keeps what the system reported, for explanations.</summary>
    /// <returns>Null if the supply was removed.</returns>
    ISupplyEvidence? Capture();
}
