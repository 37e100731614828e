namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The properties of one AppleSmartBattery service. Keys move between versions of macOS: what is not at the top is in
/// <c>BatteryData</c>, or, since macOS 27, in the <c>BatteryData</c> of the AppleSmartBatteryPack below the service. What is in
/// none of them may be in <c>LegacyBatteryInfo</c>, or in <c>IOBatteryInfo</c> of old dumps, under other keys.
/// </summary>
internal sealed class SmartBattery
{
    private readonly List<PropertyDictionary> _places;

    public SmartBattery(PropertyDictionary service)
    {
        Service = service;
        _places = [service];
        AddBatteryData(service);
        foreach (PropertyValue child in service.Array(RegistryKeys.Children).Items)
        {
            AddBatteryData(child as PropertyDictionary);
        }

        BatteryData = _places[1..];
        if (LegacyBatteryInfo.Of(service) is { } legacy)
        {
            _places.Add(LegacyBatteryInfo.Translate(legacy));
        }
    }

    /// <summary>The service itself, for keys that have another meaning in other places.</summary>
    public PropertyDictionary Service { get; }

    /// <summary>Its BatteryData, and those of the packs below it.</summary>
    public List<PropertyDictionary> BatteryData { get; }

    /// <summary>Whether external power is connected; null where no key reports it.</summary>
    public bool? IsExternalConnected => Flag(SmartBatteryKeys.ExternalConnected) ?? Flag(SmartBatteryKeys.AppleRawExternalConnected);

    /// <summary>The charger's bit mask of reasons not to charge; null where it is not reported.</summary>
    public long? NotChargingReason
    {
        get
        {
            foreach (PropertyDictionary place in _places)
            {
                if (place.Dictionary(SmartBatteryKeys.ChargerData)?.Integer(SmartBatteryKeys.NotChargingReason) is { } mask)
                {
                    return mask;
                }
            }

            return null;
        }
    }

    /// <summary>The number under this key, or else under the other one, in the nearest place that has one.</summary>
    public long? Integer(string key, string? otherKey = null)
    {
        foreach (PropertyDictionary place in _places)
        {
            if ((place.Integer(key) ?? (otherKey is null ? null : place.Integer(otherKey))) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>The Yes or No under this key, in the nearest place that has one.</summary>
    public bool? Flag(string key)
    {
        foreach (PropertyDictionary place in _places)
        {
            if (place.Flag(key) is { } flag)
            {
                return flag;
            }
        }

        return null;
    }

    /// <summary>The string under this key, in the nearest place that has one.</summary>
    public string? Text(string key)
    {
        foreach (PropertyDictionary place in _places)
        {
            if (place.Text(key) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private void AddBatteryData(PropertyDictionary? entry)
    {
        if (entry?.Dictionary(SmartBatteryKeys.BatteryData) is { } data)
        {
            _places.Add(data);
        }
    }
}
