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

    /// <summary>The first number under one of these keys, in the nearest place that has one.</summary>
    public long? Integer(params ReadOnlySpan<string> keys) => First<long?>(keys, static (place, key) => place.Integer(key));

    /// <summary>The first Yes or No under one of these keys, in the nearest place that has one.</summary>
    public bool? Flag(params ReadOnlySpan<string> keys) => First<bool?>(keys, static (place, key) => place.Flag(key));

    /// <summary>The first text under one of these keys, in the nearest place that has one.</summary>
    public string? Text(params ReadOnlySpan<string> keys) => First<string>(keys, static (place, key) => place.Text(key));

    private T? First<T>(ReadOnlySpan<string> keys, Func<PropertyDictionary, string, T?> read)
    {
        foreach (PropertyDictionary place in _places)
        {
            foreach (string key in keys)
            {
                if (read(place, key) is { } value)
                {
                    return value;
                }
            }
        }

        return default;
    }
}
