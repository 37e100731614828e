using Battery.Core.Raw;

namespace Battery.Core.Explanation;

/// <summary>What a system reported about a supply at one moment, kept as the system wrote it.</summary>
internal interface ISupplyEvidence
{
    /// <summary>Decodes it, as a reading does.</summary>
    /// <returns>False if the supply was removed.</returns>
    bool TryRead(RawReading reading);

    /// <summary>
    /// What an input was decoded from. Where it was not reported: what the system would report it as, without a text; nothing if
    /// the system has nothing for it.
    /// </summary>
    IReadOnlyList<RawSource> Sources(RuleInput input);
}
