using Battery.Core.Explanation;
using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>Keys and values of the description of a power source (IOPSKeys.h).</summary>
internal static class PowerSourceKeys
{
    /// <summary>kIOPSTypeKey.</summary>
    public const string Type = "Type";

    /// <summary>kIOPSUPSType.</summary>
    public const string UpsType = "UPS";

    /// <summary>kIOPSPowerSourceIDKey: a number that identifies the source while it is connected.</summary>
    public const string Id = "Power Source ID";

    /// <summary>kIOPSNameKey: of a UPS the name of its product, or else of its manufacturer.</summary>
    public const string Name = "Name";

    /// <summary>kIOPSAccessoryIdentifierKey: of a UPS its serial number.</summary>
    public const string AccessoryIdentifier = "Accessory Identifier";

    /// <summary>kIOPSHardwareSerialNumberKey.</summary>
    public const string SerialNumber = "Hardware Serial Number";

    /// <summary>kIOPSTransportTypeKey.</summary>
    public const string TransportType = "Transport Type";

    /// <summary>kIOPSIsPresentKey.</summary>
    public const string IsPresent = "Is Present";

    /// <summary>kIOPSPowerSourceStateKey: <see cref="AcPower"/>, <see cref="BatteryPower"/> or 'Off Line'.</summary>
    public const string State = "Power Source State";

    /// <summary>kIOPSACPowerValue, and kIOPMACPowerKey.</summary>
    public const string AcPower = "AC Power";

    /// <summary>kIOPSBatteryPowerValue, and kIOPMBatteryPowerKey.</summary>
    public const string BatteryPower = "Battery Power";

    /// <summary>kIOPMUPSPowerKey.</summary>
    public const string UpsPower = "UPS Power";

    /// <summary>kIOPSIsChargingKey.</summary>
    public const string IsCharging = "Is Charging";

    /// <summary>kIOPSIsChargedKey.</summary>
    public const string IsCharged = "Is Charged";

    /// <summary>kIOPSCurrentCapacityKey: in the unit of <see cref="MaxCapacity"/>, which is percent as a rule.</summary>
    public const string CurrentCapacity = "Current Capacity";

    /// <summary>kIOPSMaxCapacityKey.</summary>
    public const string MaxCapacity = "Max Capacity";

    /// <summary>kIOPSTimeToEmptyKey: minutes; -1 is unknown.</summary>
    public const string TimeToEmpty = "Time to Empty";

    /// <summary>kIOPSTimeToFullChargeKey: minutes; -1 is unknown.</summary>
    public const string TimeToFull = "Time to Full Charge";

    /// <summary>kIOPSBatteryHealthKey: Good, Fair or Poor.</summary>
    public const string Health = "BatteryHealth";

    /// <summary>kIOPSBatteryHealthConditionKey.</summary>
    public const string HealthCondition = "BatteryHealthCondition";

    /// <summary>The key that reports an input; null if no key does.</summary>
    public static string? Of(RuleInput input) => input switch
    {
        RuleInput.ExternalConnectedFlag => State,
        RuleInput.ChargingFlag => IsCharging,
        RuleInput.FullyChargedFlag => IsCharged,
        _ => (SupplyProperty)input switch
        {
            SupplyProperty.Present => IsPresent,
            SupplyProperty.Capacity => CurrentCapacity,
            SupplyProperty.TimeToEmptyNow => TimeToEmpty,
            SupplyProperty.TimeToFullNow => TimeToFull,
            SupplyProperty.ModelName => Name,
            SupplyProperty.SerialNumber => SerialNumber,
            _ => null,
        },
    };
}
