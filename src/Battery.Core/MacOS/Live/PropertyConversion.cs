using System.Runtime.Versioning;
using Battery.Core.MacOS.Decoding;
using Battery.Core.MacOS.Dumps;
using Battery.Core.MacOS.Native;

namespace Battery.Core.MacOS.Live;

/// <summary>Copies a property list from CoreFoundation objects.</summary>
[SupportedOSPlatform("macos")]
internal static class PropertyConversion
{
    /// <summary>The entries of a dictionary.</summary>
    public static Dictionary<string, PropertyValue> Entries(nint dictionary, int depth = 0)
    {
        (nint[] keys, nint[] values) = CoreFoundation.Entries(dictionary);
        var entries = new Dictionary<string, PropertyValue>(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            if (CoreFoundation.TypeOf(keys[i]) == CoreFoundation.StringType && Value(values[i], depth + 1) is { } value)
            {
                entries[CoreFoundation.Text(keys[i])] = value;
            }
        }

        return entries;
    }

    // The registry also contains data, sets and drivers' own objects; no key that is read has such a value.
    private static PropertyValue? Value(nint value, int depth)
    {
        nint type = CoreFoundation.TypeOf(value);
        return depth > PropertyListLimits.MaxDepth ? null
            : type == CoreFoundation.DictionaryType ? new PropertyDictionary(Entries(value, depth))
            : type == CoreFoundation.ArrayType ? new PropertyArray(Items(value, depth))
            : type == CoreFoundation.StringType ? new PropertyScalar<string>(CoreFoundation.Text(value))
            : type == CoreFoundation.BooleanType ? new PropertyScalar<bool>(CoreFoundation.Boolean(value))
            : type == CoreFoundation.NumberType && !CoreFoundation.IsReal(value) ? new PropertyScalar<long>(CoreFoundation.Integer(value))
            : null;
    }

    private static List<PropertyValue> Items(nint array, int depth)
    {
        int count = CoreFoundation.Count(array);
        var items = new List<PropertyValue>(count);
        for (int i = 0; i < count; i++)
        {
            if (Value(CoreFoundation.Item(array, i), depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
