namespace Battery.Core.MacOS.PropertyLists;

/// <summary>
/// A value of a property list: a dictionary, an array, or a single value. Immutable, and the same whether it came from
/// the running system, from XML or from text.
/// </summary>
internal abstract class PropertyValue;
