namespace Battery.Core.MacOS.PropertyLists;

/// <summary>A dictionary of a property list. A value of another kind than the asked one is as good as none.</summary>
/// <param name="entries">Handed over: nobody changes them any more.</param>
internal sealed class PropertyDictionary(IReadOnlyDictionary<string, PropertyValue> entries) : PropertyValue
{
    public IReadOnlyDictionary<string, PropertyValue> Entries { get; } = entries;

    public PropertyValue? this[string key] => Entries.GetValueOrDefault(key);

    /// <summary>A whole number; a real one is rounded.</summary>
    public long? Integer(string key) => this[key] switch
    {
        PropertyScalar<long> number => number.Value,
        PropertyScalar<double> { Value: > long.MinValue and < long.MaxValue } real => (long)Math.Round(real.Value),
        _ => null,
    };

    /// <summary>Yes or No; dumps that went through JSON hold 1 and 0.</summary>
    public bool? Flag(string key) => this[key] switch
    {
        PropertyScalar<bool> flag => flag.Value,
        PropertyScalar<long> { Value: 0 or 1 } number => number.Value == 1,
        _ => null,
    };

    public string? Text(string key) => (this[key] as PropertyScalar<string>)?.Value;

    public PropertyDictionary? Dictionary(string key) => this[key] as PropertyDictionary;

    /// <summary>The dictionaries of an array; none where there is no such array.</summary>
    public IEnumerable<PropertyDictionary> Dictionaries(string key) => (this[key] as PropertyArray)?.Items.OfType<PropertyDictionary>() ?? [];
}
