using Battery.Core.MacOS.Decoding;

namespace Battery.Core.MacOS.Dumps;

/// <summary>Finds the battery services in a dump, which may be of one service or of the whole registry.</summary>
internal static class BatteryServices
{
    // More than any Mac has; a malicious dump may have a million.
    private const int MaxServices = 64;

    // For an entry with neither class nor name: a single service, or lines selected with grep.
    private static readonly string[] s_telling =
    [
        SmartBatteryKeys.BatteryInstalled, SmartBatteryKeys.BatteryData, SmartBatteryKeys.CurrentCapacity, SmartBatteryKeys.MaxCapacity,
        SmartBatteryKeys.DesignCapacity, SmartBatteryKeys.AppleRawCurrentCapacity, SmartBatteryKeys.AppleRawMaxCapacity, SmartBatteryKeys.CycleCount,
    ];

    /// <summary>The services, in the dump's order; one that is in several places of the tree once.</summary>
    public static List<PropertyDictionary> Find(PropertyValue dump)
    {
        var services = new List<PropertyDictionary>();
        Collect(dump, services);
        return services;
    }

    private static void Collect(PropertyValue value, List<PropertyDictionary> services)
    {
        switch (value)
        {
            case PropertyArray array:
                foreach (PropertyValue item in array.Items)
                {
                    Collect(item, services);
                }

                break;
            case PropertyDictionary entry when IsBattery(entry):
                long? id = entry.Integer(RegistryKeys.Id);
                if (services.Count < MaxServices && (id is null || !services.Exists(service => service.Integer(RegistryKeys.Id) == id)))
                {
                    services.Add(entry);
                }

                break;
            case PropertyDictionary entry when entry[RegistryKeys.Children] is { } children:
                Collect(children, services);
                break;
        }
    }

    /// <summary>Whether an entry of the registry is a battery service, or has neither class nor name and the properties of one.</summary>
    public static bool IsBattery(PropertyDictionary entry)
    {
        string? name = entry.Text(RegistryKeys.Name);
        string? @class = entry.Text(RegistryKeys.Class);
        return name is null && @class is null
            ? IsTelling(entry)
            : name == SmartBatteryKeys.ServiceName || @class == SmartBatteryKeys.ServiceName;
    }

    private static bool IsTelling(PropertyDictionary entry)
    {
        foreach (string key in s_telling)
        {
            if (entry[key] is not null)
            {
                return true;
            }
        }

        return LegacyBatteryInfo.Of(entry) is not null;
    }
}
