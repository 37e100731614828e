using Battery.Core.Model;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>A snapshot as the C struct.</summary>
internal static class InfoWriter
{
    public static BatteryInfo Of(BatterySnapshot snapshot) => new()
    {
        Present = snapshot.PresenceMask,
        Percentage = snapshot.Number(BatteryField.Percentage),
        EnergyWh = snapshot.Number(BatteryField.Energy),
        EnergyFullWh = snapshot.Number(BatteryField.EnergyFull),
        EnergyFullDesignWh = snapshot.Number(BatteryField.EnergyFullDesign),
        EnergyRateW = snapshot.Number(BatteryField.EnergyRate),
        VoltageV = snapshot.Number(BatteryField.Voltage),
        TemperatureC = snapshot.Number(BatteryField.Temperature),
        StateOfHealthPercent = snapshot.Number(BatteryField.StateOfHealth),
        TimeToFullS = snapshot.Number(BatteryField.TimeToFull),
        TimeToEmptyS = snapshot.Number(BatteryField.TimeToEmpty),
        ChargeStartThresholdPercent = snapshot.Number(BatteryField.ChargeStartThreshold),
        ChargeEndThresholdPercent = snapshot.Number(BatteryField.ChargeEndThreshold),
        ChargeAh = snapshot.Number(BatteryField.Charge),
        ChargeFullAh = snapshot.Number(BatteryField.ChargeFull),
        ChargeFullDesignAh = snapshot.Number(BatteryField.ChargeFullDesign),
        CurrentA = snapshot.Number(BatteryField.Current),
        CycleCount = Whole(snapshot.Number(BatteryField.CycleCount)),
        ManufactureDate = Whole(snapshot.Number(BatteryField.ManufactureDate)),
        State = snapshot.State,
        Technology = snapshot.Technology,
        Kind = snapshot.Kind,
        Scope = snapshot.Scope,
        CapacityLevel = snapshot.CapacityLevel,
    };

    private static uint Whole(double value) => double.IsNaN(value) ? uint.MaxValue : (uint)value;
}
