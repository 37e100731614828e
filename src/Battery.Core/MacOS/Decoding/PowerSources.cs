namespace Battery.Core.MacOS.Decoding;

/// <summary>What IOPowerSources reports at one moment.</summary>
/// <param name="ProvidingType">The kind of source that powers the Mac, a value of <see cref="PowerSourceKeys"/>; null if it is not known.</param>
/// <param name="Sources">The descriptions of the internal batteries and the UPSes.</param>
internal sealed record PowerSources(string? ProvidingType, List<PropertyDictionary> Sources)
{
    /// <summary>For dumps, which do not contain them.</summary>
    public static PowerSources NotRecorded { get; } = new(null, []);

    /// <summary>The UPSes.</summary>
    public List<PropertyDictionary> Upses => Sources.FindAll(static source => source.Text(PowerSourceKeys.Type) == PowerSourceKeys.UpsType);
}
