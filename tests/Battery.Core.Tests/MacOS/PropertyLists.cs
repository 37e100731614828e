using Battery.Core.MacOS.Decoding;

namespace Battery.Core.Tests.MacOS;

/// <summary>Builds property lists.</summary>
internal static class PropertyLists
{
    /// <summary>A dictionary of strings, Booleans, integers and other values.</summary>
    public static PropertyDictionary Of(params (string Key, object Value)[] entries) =>
        new(entries.ToDictionary(static entry => entry.Key, static entry => Value(entry.Value)));

    /// <summary>An array of the same.</summary>
    public static PropertyArray Array(params object[] items) => new([.. items.Select(Value)]);

    private static PropertyValue Value(object value) => value switch
    {
        PropertyValue property => property,
        string text => new PropertyScalar<string>(text),
        bool flag => new PropertyScalar<bool>(flag),
        int number => new PropertyScalar<long>(number),
        _ => new PropertyScalar<long>((long)value),
    };
}
