using Battery.Core.Explanation;
using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <content>The key that an input is decoded from first, and the units of keys.</content>
internal static partial class SmartBatteryKeys
{
    /// <summary>The key that reports an input; null if no key does.</summary>
    public static string? Of(RuleInput input) => input switch
    {
        RuleInput.ExternalConnectedFlag => ExternalConnected,
        RuleInput.ChargingFlag => IsCharging,
        RuleInput.FullyChargedFlag => FullyCharged,
        _ => (SupplyProperty)input switch
        {
            SupplyProperty.Present => BatteryInstalled,
            SupplyProperty.CapacityLevel => AtCriticalLevel,
            SupplyProperty.Capacity => CurrentCapacity,
            SupplyProperty.ChargeNow => AppleRawCurrentCapacity,
            SupplyProperty.ChargeFull => AppleRawMaxCapacity,
            SupplyProperty.ChargeFullDesign => DesignCapacity,
            SupplyProperty.VoltageNow => Voltage,
            SupplyProperty.CurrentNow => Amperage,
            SupplyProperty.Temperature => Temperature,
            SupplyProperty.CycleCount => CycleCount,
            SupplyProperty.ChargeHold => $"{ChargerData}.{NotChargingReason}",
            SupplyProperty.Condition => PermanentFailureStatus,
            SupplyProperty.TimeToFullNow => AvgTimeToFull,
            SupplyProperty.TimeToEmptyNow => AvgTimeToEmpty,
            SupplyProperty.ManufactureYear or SupplyProperty.ManufactureMonth or SupplyProperty.ManufactureDay => ManufactureDate,
            SupplyProperty.Manufacturer => Manufacturer,
            SupplyProperty.ModelName => DeviceName,
            SupplyProperty.SerialNumber => Serial,
            _ => null,
        },
    };

    /// <summary>The unit of a key from which an input was decoded.</summary>
    public static string? Unit(RuleInput input, string key) => (SupplyProperty)input switch
    {
        SupplyProperty.Capacity => "%",
        SupplyProperty.ChargeNow or SupplyProperty.ChargeFull or SupplyProperty.ChargeFullDesign => "mAh",
        SupplyProperty.VoltageNow => "mV",
        SupplyProperty.CurrentNow => "mA",
        SupplyProperty.TimeToFullNow or SupplyProperty.TimeToEmptyNow => "min",
        SupplyProperty.Temperature => key == Temperature ? "0.1 K" : "0.01 °C",
        _ => null,
    };
}
