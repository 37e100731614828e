namespace Battery.Core.MacOS.PropertyLists;

/// <summary>An array of a property list.</summary>
/// <param name="items">Handed over: nobody changes them any more.</param>
internal sealed class PropertyArray(IReadOnlyList<PropertyValue> items) : PropertyValue
{
    public IReadOnlyList<PropertyValue> Items { get; } = items;
}
