namespace Battery.Core.MacOS.PropertyLists;

/// <summary>An array of a property list.</summary>
/// <param name="items">Handed over: nobody changes them any more.</param>
internal sealed class PropertyArray(List<PropertyValue> items) : PropertyValue
{
    public List<PropertyValue> Items { get; } = items;
}
