namespace Battery.Core.MacOS.PropertyLists;

/// <summary>A single value of a property list: a <see cref="string"/>, a <see cref="long"/> or a <see cref="bool"/>.</summary>
/// <param name="value">The value.</param>
internal sealed class PropertyScalar<T>(T value) : PropertyValue
{
    public T Value { get; } = value;
}
