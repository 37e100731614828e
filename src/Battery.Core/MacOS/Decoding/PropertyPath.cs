using System.Globalization;

namespace Battery.Core.MacOS.Decoding;

/// <summary>Where a single value is in the properties of a service.</summary>
/// <param name="Keys">The keys of the dictionaries and the value; the index of an item of an array is a key.</param>
internal sealed record PropertyPath(string[] Keys)
{
    // A service has hundreds of values; a dump may hold anything.
    private const int MaxCount = 1000;

    private static readonly string[] s_containers =
        [SmartBatteryKeys.BatteryData, SmartBatteryKeys.ChargerData, SmartBatteryKeys.LegacyBatteryInfo];

    /// <summary>The last key, with the dictionary that it is in unless that is the service.</summary>
    public string Name
    {
        get
        {
            string[] names = [.. Keys.Where(static key => !IsIndex(key) && key != RegistryKeys.Children)];
            return string.Join('.', names);
        }
    }

    /// <summary>The paths of the single values in the dictionaries from which a battery is decoded.</summary>
    public static List<PropertyPath> Scalars(PropertyDictionary service)
    {
        var paths = new List<PropertyPath>();
        Collect(service, [], paths);
        return paths;
    }

    /// <summary>The value as <c>ioreg</c> writes it.</summary>
    public string Text(PropertyDictionary service) => Value(service) switch
    {
        PropertyScalar<bool> flag => flag.Value ? "Yes" : "No",
        PropertyScalar<long> number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyScalar<string> text => text.Value,
        _ => string.Empty,
    };

    /// <summary>The number at this path; null if there is none.</summary>
    public long? Number(PropertyDictionary service) => (Value(service) as PropertyScalar<long>)?.Value;

    /// <summary>Other values that are tried; null removes the value.</summary>
    public IEnumerable<PropertyValue?> Changes(PropertyDictionary service) => Value(service) switch
    {
        PropertyScalar<bool> flag => [new PropertyScalar<bool>(!flag.Value), null],
        PropertyScalar<long> { Value: < long.MaxValue and > long.MinValue } number =>
            [new PropertyScalar<long>(number.Value + 1), new PropertyScalar<long>(number.Value - 1), null],
        PropertyScalar<string> text => [new PropertyScalar<string>(text.Value + "?"), null],
        _ => [null],
    };

    /// <summary>The properties with another value at this path.</summary>
    public PropertyDictionary Replace(PropertyDictionary service, PropertyValue? value) => (PropertyDictionary)Replace(service, 0, value)!;

    private static void Collect(PropertyValue value, string[] keys, List<PropertyPath> paths)
    {
        if (paths.Count == MaxCount)
        {
            return;
        }

        switch (value)
        {
            case PropertyDictionary dictionary when IsContainer(keys):
                foreach (string key in dictionary.Keys)
                {
                    Collect(dictionary[key]!, [.. keys, key], paths);
                }

                break;
            case PropertyArray array when keys is [RegistryKeys.Children or SmartBatteryKeys.OldBatteryInfo]:
                for (int i = 0; i < array.Items.Count; i++)
                {
                    Collect(array.Items[i], [.. keys, i.ToString(CultureInfo.InvariantCulture)], paths);
                }

                break;
            case PropertyDictionary or PropertyArray:
                break;
            default:
                paths.Add(new(keys));
                break;
        }
    }

    // The service, an item of an array, or a dictionary by its name.
    private static bool IsContainer(string[] keys) => keys is [] || IsIndex(keys[^1]) || s_containers.Contains(keys[^1]);

    private static bool IsIndex(string key) => key is [var first, ..] && char.IsAsciiDigit(first);

    private PropertyValue? Value(PropertyValue service)
    {
        PropertyValue? value = service;
        foreach (string key in Keys)
        {
            value = value is PropertyArray array ? array.Items[int.Parse(key, CultureInfo.InvariantCulture)] : (value as PropertyDictionary)?[key];
        }

        return value;
    }

    private PropertyValue? Replace(PropertyValue? container, int depth, PropertyValue? value)
    {
        if (depth == Keys.Length)
        {
            return value;
        }

        if (container is PropertyArray array)
        {
            int index = int.Parse(Keys[depth], CultureInfo.InvariantCulture);
            List<PropertyValue> items = [.. array.Items];
            items[index] = Replace(items[index], depth + 1, value)!;
            return new PropertyArray(items);
        }

        var dictionary = (PropertyDictionary)container!;
        var entries = dictionary.Keys.ToDictionary(static key => key, key => dictionary[key]!);
        if (Replace(dictionary[Keys[depth]], depth + 1, value) is { } replaced)
        {
            entries[Keys[depth]] = replaced;
        }
        else
        {
            entries.Remove(Keys[depth]);
        }

        return new PropertyDictionary(entries);
    }
}
