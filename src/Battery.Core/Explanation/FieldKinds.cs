using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Explanation;

/// <summary>What kind of value a field is.</summary>
internal static class FieldKinds
{
    /// <summary>Whether it is a number that measures or counts, and not a string, a date or the code of a word.</summary>
    public static bool IsNumber(this BatteryField field) => field
        is not (BatteryField.Name or BatteryField.Kind or BatteryField.Scope or BatteryField.Vendor or BatteryField.Model or BatteryField.SerialNumber
            or BatteryField.Technology or BatteryField.ManufactureDate or BatteryField.State or BatteryField.PowerFlow or BatteryField.CapacityLevel
            or BatteryField.Condition or BatteryField.ChargeType or BatteryField.AvailableChargeTypes or BatteryField.ChargeBehavior);

    /// <summary>The property that a string is; null for other values.</summary>
    public static SupplyProperty? TextProperty(this BatteryField field) => field switch
    {
        BatteryField.Vendor => SupplyProperty.Manufacturer,
        BatteryField.Model => SupplyProperty.ModelName,
        BatteryField.SerialNumber => SupplyProperty.SerialNumber,
        _ => null,
    };
}
