namespace Battery.Core.MacOS.PropertyLists;

/// <summary>
/// A single value of a property list: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
/// bytes, or a <see cref="DateTime"/> in UTC. An integer above 2^63 is the negative number that it is in two's complement:
/// the registry keeps 64 bits without a sign, and <c>ioreg</c> prints -1219 mA as 18446744073709550397.
/// </summary>
/// <param name="value">The value.</param>
internal sealed class PropertyScalar<T>(T value) : PropertyValue
{
    public T Value { get; } = value;
}
