namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// A value of a property list: a dictionary, an array, a string, an integer or a Boolean. Immutable, and the same whether
/// it came from the running system, from XML or from text. Data, dates and real numbers are skipped: no rule needs
/// one, and a gauge's data identifies the battery.
/// </summary>
internal abstract class PropertyValue;

/// <summary>A dictionary of a property list. A value of another type than the requested one counts as missing.</summary>
/// <param name="entries">Owned by the new object; do not change them.</param>
internal sealed class PropertyDictionary(Dictionary<string, PropertyValue> entries) : PropertyValue
{
    private static readonly PropertyArray s_none = new([]);

    public Dictionary<string, PropertyValue>.KeyCollection Keys => entries.Keys;

    public PropertyValue? this[string key] => entries.TryGetValue(key, out PropertyValue? value) ? value : null;

    public long? Integer(string key) => (this[key] as PropertyScalar<long>)?.Value;

    /// <summary>A Boolean; dumps that were converted to JSON have 1 and 0.</summary>
    public bool? Flag(string key) => this[key] switch
    {
        PropertyScalar<bool> flag => flag.Value,
        PropertyScalar<long> { Value: 0 or 1 } number => number.Value == 1,
        _ => null,
    };

    public string? Text(string key) => (this[key] as PropertyScalar<string>)?.Value;

    public PropertyDictionary? Dictionary(string key) => this[key] as PropertyDictionary;

    /// <summary>An array; an empty one if it is missing.</summary>
    public PropertyArray Array(string key) => this[key] as PropertyArray ?? s_none;
}

/// <summary>An array of a property list.</summary>
/// <param name="items">Owned by the new object; do not change them.</param>
internal sealed class PropertyArray(List<PropertyValue> items) : PropertyValue
{
    public List<PropertyValue> Items { get; } = items;
}

/// <summary>A single value of a property list: a <see cref="string"/>, a <see cref="long"/> or a <see cref="bool"/>.</summary>
/// <param name="value">The value.</param>
internal sealed class PropertyScalar<T>(T value) : PropertyValue
{
    public T Value { get; } = value;
}
