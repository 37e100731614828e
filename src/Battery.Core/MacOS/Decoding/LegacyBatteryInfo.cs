namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The dictionary that held everything before macOS 10.5 and is kept for old programs (IOPowerSources of IOKitUser):
/// Amperage, Voltage, Capacity, Current, Cycle Count, Flags, and AbsoluteMaxCapacity, which is the capacity by design.
/// </summary>
internal static class LegacyBatteryInfo
{
    // kIOPMACInstalled, kIOBatteryCharge and kIOBatteryInstalled of IOPM.h.
    private const long ChargerFlag = 1;
    private const long ChargingFlag = 2;
    private const long InstalledFlag = 4;

    /// <summary>The dictionary of a service, or of a dump from before there was one. Macs with two batteries are older. Null if there is none.</summary>
    public static PropertyDictionary? Of(PropertyDictionary service) =>
        service.Dictionary(SmartBatteryKeys.LegacyBatteryInfo) ?? service.Array(SmartBatteryKeys.OldBatteryInfo).Items.FirstOrDefault() as PropertyDictionary;

    /// <summary>The same values under the keys of the service.</summary>
    public static PropertyDictionary Translate(PropertyDictionary legacy)
    {
        var entries = new Dictionary<string, PropertyValue>();
        Add(SmartBatteryKeys.Amperage, SmartBatteryKeys.Amperage);
        Add(SmartBatteryKeys.Voltage, SmartBatteryKeys.Voltage);
        Add("Current", SmartBatteryKeys.CurrentCapacity);
        Add("Capacity", SmartBatteryKeys.MaxCapacity);
        Add("AbsoluteMaxCapacity", SmartBatteryKeys.DesignCapacity);
        Add("Cycle Count", SmartBatteryKeys.CycleCount);
        if (legacy.Integer("Flags") is { } flags)
        {
            entries[SmartBatteryKeys.ExternalConnected] = new PropertyScalar<bool>((flags & ChargerFlag) != 0);
            entries[SmartBatteryKeys.IsCharging] = new PropertyScalar<bool>((flags & ChargingFlag) != 0);
            entries[SmartBatteryKeys.BatteryInstalled] = new PropertyScalar<bool>((flags & InstalledFlag) != 0);
        }

        return new(entries);

        void Add(string legacyKey, string key)
        {
            if (legacy[legacyKey] is { } value)
            {
                entries[key] = value;
            }
        }
    }
}
