using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>Copies a battery's values out of the library.</summary>
internal static unsafe class SnapshotReader
{
    public static BatteryInfo Read(nint battery, string source)
    {
        NativeBatteryInfo info;
        if (NativeMethods.battery_get_info(battery, &info, (nuint)sizeof(NativeBatteryInfo)) != 0)
        {
            throw LastError.ToException();
        }

        return new BatteryInfo
        {
            Name = NativeText.Take(NativeMethods.battery_get_name(battery)) ?? string.Empty,
            Kind = info.Kind,
            Scope = info.Scope,
            State = info.State,
            Percentage = Known(info.Percentage),
            Energy = Known(info.EnergyWh),
            EnergyFull = Known(info.EnergyFullWh),
            EnergyFullDesign = Known(info.EnergyFullDesignWh),
            EnergyRate = Known(info.EnergyRateW),
            Voltage = Known(info.VoltageV),
            Temperature = Known(info.TemperatureC),
            StateOfHealth = Known(info.StateOfHealthPercent),
            CycleCount = Has(info, BatteryField.CycleCount) ? (int)info.CycleCount : null,
            Technology = info.Technology,
            Vendor = NativeText.Take(NativeMethods.battery_get_vendor(battery)),
            Model = NativeText.Take(NativeMethods.battery_get_model(battery)),
            SerialNumber = NativeText.Take(NativeMethods.battery_get_serial_number(battery)),
            TimeToFull = Time(info.TimeToFullS),
            TimeToEmpty = Time(info.TimeToEmptyS),
            ChargeStartThreshold = Known(info.ChargeStartThresholdPercent),
            ChargeEndThreshold = Known(info.ChargeEndThresholdPercent),
            CapacityLevel = info.CapacityLevel,
            ManufactureDate = Has(info, BatteryField.ManufactureDate) ? Date((int)info.ManufactureDate) : null,
            Timestamp = DateTime.UtcNow,
            Source = source,
            Charge = Known(info.ChargeAh),
            ChargeFull = Known(info.ChargeFullAh),
            ChargeFullDesign = Known(info.ChargeFullDesignAh),
            Current = Known(info.CurrentA),
        };
    }

    private static bool Has(in NativeBatteryInfo info, BatteryField field) => (info.Present >> (int)field & 1) != 0;

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    // Whole seconds: an estimate has no fractions.
    private static TimeSpan? Time(double seconds) => double.IsNaN(seconds) ? null : TimeSpan.FromSeconds(Math.Round(seconds));

    private static DateTime Date(int yyyymmdd) => new(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100, 0, 0, 0, DateTimeKind.Utc);
}
