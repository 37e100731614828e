using Battery.Core.Model;

namespace Battery.Ffi.Errors;

/// <summary>What a field is called in a sentence. (The names of enum members are not kept in the library.)</summary>
internal static class FieldNames
{
    public static string Text(BatteryField field) => field switch
    {
        BatteryField.State => "state",
        BatteryField.Technology => "technology",
        BatteryField.CapacityLevel => "capacity level",
        BatteryField.Vendor => "vendor",
        BatteryField.Model => "model",
        BatteryField.SerialNumber => "serial number",
        BatteryField.ManufactureDate => "manufacture date",
        BatteryField.Percentage => "percentage",
        BatteryField.Energy => "energy",
        BatteryField.EnergyFull => "full energy",
        BatteryField.EnergyFullDesign => "designed full energy",
        BatteryField.EnergyRate => "energy rate",
        BatteryField.Voltage => "voltage",
        BatteryField.Temperature => "temperature",
        BatteryField.StateOfHealth => "state of health",
        BatteryField.CycleCount => "cycle count",
        BatteryField.TimeToFull => "time to full",
        BatteryField.TimeToEmpty => "time to empty",
        BatteryField.ChargeStartThreshold => "charge start threshold",
        BatteryField.ChargeEndThreshold => "charge end threshold",
        BatteryField.Charge => "charge",
        BatteryField.ChargeFull => "full charge",
        BatteryField.ChargeFullDesign => "designed full charge",
        BatteryField.Current => "current",
        _ => "value",
    };
}
