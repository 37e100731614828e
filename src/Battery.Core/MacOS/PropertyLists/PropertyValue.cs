namespace Battery.Core.MacOS.PropertyLists;

/// <summary>
/// A value of a property list: a dictionary, an array, a text, an integer or a yes or no. Immutable, and the same whether
/// it came from the running system, from XML or from text. Data, dates and real numbers are read past: no rule asks for
/// one, a gauge's data names the very battery, and parsing them would take a tenth of the native library.
/// </summary>
internal abstract class PropertyValue;
