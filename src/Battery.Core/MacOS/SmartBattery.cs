using Battery.Core.MacOS.PropertyLists;

namespace Battery.Core.MacOS;

/// <summary>
/// The properties of one AppleSmartBattery service. Each macOS moves keys: what is not at the top is in
/// <c>BatteryData</c>, or, since macOS 27, in the <c>BatteryData</c> of the AppleSmartBatteryPack below the service.
/// </summary>
internal sealed class SmartBattery
{
    private readonly List<PropertyDictionary> _places;

    public SmartBattery(PropertyDictionary service)
    {
        Own = service;
        Gauges = [.. new[] { service }.Concat(service.Dictionaries(RegistryKeys.Children))
            .Select(static entry => entry.Dictionary(SmartBatteryKeys.BatteryData))
            .OfType<PropertyDictionary>()];
        _places = [service, .. Gauges];
    }

    /// <summary>The service itself, for keys that mean something else in other places.</summary>
    public PropertyDictionary Own { get; }

    /// <summary>Its BatteryData, and those of the packs below it.</summary>
    public IReadOnlyList<PropertyDictionary> Gauges { get; }

    /// <summary>The first of these keys that is a number anywhere.</summary>
    public long? Integer(params ReadOnlySpan<string> keys) => First(keys, static (place, key) => place.Integer(key));

    /// <summary>The first of these keys that is Yes or No anywhere.</summary>
    public bool? Flag(params ReadOnlySpan<string> keys) => First(keys, static (place, key) => place.Flag(key));

    /// <summary>The first of these keys that is a text anywhere.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            foreach (PropertyDictionary place in _places)
            {
                if (place.Text(key) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private T? First<T>(ReadOnlySpan<string> keys, Func<PropertyDictionary, string, T?> read)
        where T : struct
    {
        foreach (string key in keys)
        {
            foreach (PropertyDictionary place in _places)
            {
                if (read(place, key) is { } value)
                {
                    return value;
                }
            }
        }

        return null;
    }
}
