using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The capacities. CurrentCapacity and MaxCapacity are what the system displays: mAh on Intel, where the percentage is
/// their ratio; on Apple silicon percent, and the gauge's mAh have keys of their own, which macOS 27 moved and renamed.
/// </summary>
internal static class SmartBatteryCapacities
{
    // MaxCapacity is 100 on Apple silicon; the smallest battery of a Mac has thousands of mAh.
    private const long MostPercent = 100;

    public static void Decode(SmartBattery battery, RawReading reading)
    {
        long? current = battery.Integer(SmartBatteryKeys.CurrentCapacity);
        long? max = battery.Integer(SmartBatteryKeys.MaxCapacity);
        long? left = battery.Integer(SmartBatteryKeys.AppleRawCurrentCapacity, SmartBatteryKeys.RemainingCapacity);
        long? full = battery.Integer(SmartBatteryKeys.AppleRawMaxCapacity, SmartBatteryKeys.FullChargeCapacity)
            ?? battery.Integer(SmartBatteryKeys.NominalChargeCapacity);
        switch (ArePercent(current, max, left))
        {
            case true:
                reading[SupplyProperty.Capacity] = SmartBatteryUnits.Times(current, 1);
                break;
            case false:
                left = current ?? left;
                full = max ?? full;
                break;
        }

        reading[SupplyProperty.ChargeNow] = SmartBatteryUnits.Micro(left);
        reading[SupplyProperty.ChargeFull] = SmartBatteryUnits.Micro(full);
        reading[SupplyProperty.ChargeFullDesign] = SmartBatteryUnits.Micro(battery.Integer(SmartBatteryKeys.DesignCapacity));
    }

    // A partial dump may lack MaxCapacity: then 80 beside 6698 mAh is a percentage, and 80 alone is ambiguous.
    private static bool? ArePercent(long? current, long? max, long? left) => (current, max, left) switch
    {
        (_, > MostPercent, _) or (> MostPercent, null, _) => false,
        (_, > 0, _) => true,
        (>= 0, null, { } charge) => charge != current,
        _ => null,
    };
}
