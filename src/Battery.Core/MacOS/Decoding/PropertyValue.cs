namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// A value of a property list: a dictionary, an array, a text, an integer or a yes or no. Immutable, and the same whether
/// it came from the running system, from XML or from text. Data, dates and real numbers are read past: no rule asks for
/// one, a gauge's data names the very battery, and parsing them would take a tenth of the native library.
/// </summary>
internal abstract class PropertyValue;

/// <summary>A dictionary of a property list. A value of another kind than the asked one is as good as none.</summary>
/// <param name="entries">Handed over: nobody changes them any more.</param>
internal sealed class PropertyDictionary(Dictionary<string, PropertyValue> entries) : PropertyValue
{
    private static readonly PropertyArray s_none = new([]);

    public Dictionary<string, PropertyValue>.KeyCollection Keys => entries.Keys;

    public PropertyValue? this[string key] => entries.TryGetValue(key, out PropertyValue? value) ? value : null;

    public long? Integer(string key) => (this[key] as PropertyScalar<long>)?.Value;

    /// <summary>Yes or No; dumps that went through JSON hold 1 and 0.</summary>
    public bool? Flag(string key) => this[key] switch
    {
        PropertyScalar<bool> flag => flag.Value,
        PropertyScalar<long> { Value: 0 or 1 } number => number.Value == 1,
        _ => null,
    };

    public string? Text(string key) => (this[key] as PropertyScalar<string>)?.Value;

    public PropertyDictionary? Dictionary(string key) => this[key] as PropertyDictionary;

    /// <summary>An array; an empty one where there is none.</summary>
    public PropertyArray Array(string key) => this[key] as PropertyArray ?? s_none;
}

/// <summary>An array of a property list.</summary>
/// <param name="items">Handed over: nobody changes them any more.</param>
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
