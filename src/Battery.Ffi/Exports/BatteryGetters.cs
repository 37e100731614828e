using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Ffi.Declaration;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>The values of a battery's last reading. An unknown value is the largest of its type (NULL for a text, 0 for an enumeration), sets BATTERY_ERROR_UNKNOWN_VALUE, and <c>battery_field_status</c> says why; a handle that is none gives the same value and BATTERY_ERROR_INVALID_HANDLE.</summary>
public static unsafe class BatteryGetters
{
    /// <summary>State of charge, what the system shows; else energy over full energy.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Percent, 0.0 to 100.0; FLT_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_percentage")]
    public static float Percentage([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.Percentage);

    /// <summary>State of charge: the same as <c>battery_get_percentage</c>.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Percent, 0.0 to 100.0; FLT_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_state_of_charge")]
    public static float StateOfCharge([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.Percentage);

    /// <summary>State of health: full energy over designed full energy.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Percent, may pass 100.0 on a new battery; FLT_MAX where unknown, as when either energy is.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_state_of_health")]
    public static float StateOfHealth([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.StateOfHealth);

    /// <summary>Temperature.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Degrees Celsius; FLT_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_temperature")]
    public static float Temperature([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.Temperature);

    /// <summary>Energy left. Of a battery that counts charge: charge times the design voltage.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mWh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_energy")]
    public static uint Energy([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.Energy);

    /// <summary>Energy when full, as it is today.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mWh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_energy_full")]
    public static uint EnergyFull([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.EnergyFull);

    /// <summary>Energy when full, as it was designed.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mWh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_energy_full_design")]
    public static uint EnergyFullDesign([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.EnergyFullDesign);

    /// <summary>Power that flows in or out; the state gives the direction.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mW, a magnitude; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_energy_rate")]
    public static uint EnergyRate([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.EnergyRate);

    /// <summary>Present voltage.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mV; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_voltage")]
    public static uint Voltage([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.Voltage);

    /// <summary>Charge left, of a battery that counts charge.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mAh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_charge")]
    public static uint Charge([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.Charge);

    /// <summary>Charge when full, as it is today, of a battery that counts charge.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mAh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_charge_full")]
    public static uint ChargeFull([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.ChargeFull);

    /// <summary>Charge when full, as it was designed, of a battery that counts charge.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mAh; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_charge_full_design")]
    public static uint ChargeFullDesign([Const] BatteryHandle* battery) => Getter.Thousandths((nint)battery, BatteryField.ChargeFullDesign);

    /// <summary>Current, negative while the battery loses charge.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>mA; INT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_current")]
    public static int Current([Const] BatteryHandle* battery) => Getter.SignedThousandths((nint)battery, BatteryField.Current);

    /// <summary>Charge cycles so far.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A count from 1; UINT32_MAX where unknown: drivers write 0 when they do not know.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_cycle_count")]
    public static uint CycleCount([Const] BatteryHandle* battery) => Getter.Whole((nint)battery, BatteryField.CycleCount);

    /// <summary>Time until full: the gauge's own estimate, else what still fits in over what flows.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Seconds; UINT64_MAX where unknown, when not charging, and beyond ten days.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_time_to_full")]
    public static ulong TimeToFull([Const] BatteryHandle* battery) => Getter.Seconds((nint)battery, BatteryField.TimeToFull);

    /// <summary>Time until empty: the gauge's own estimate, else what is left over what flows.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Seconds; UINT64_MAX where unknown, when not discharging, and beyond ten days.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_time_to_empty")]
    public static ulong TimeToEmpty([Const] BatteryHandle* battery) => Getter.Seconds((nint)battery, BatteryField.TimeToEmpty);

    /// <summary>The charge limit's lower end: charging begins below it.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Percent; FLT_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_charge_start_threshold")]
    public static float ChargeStartThreshold([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.ChargeStartThreshold);

    /// <summary>The charge limit: charging ends there.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>Percent; FLT_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_charge_end_threshold")]
    public static float ChargeEndThreshold([Const] BatteryHandle* battery) => Getter.Float((nint)battery, BatteryField.ChargeEndThreshold);

    /// <summary>Day of manufacture.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>The number yyyymmdd, as 20210314; UINT32_MAX where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_manufacture_date")]
    public static uint ManufactureDate([Const] BatteryHandle* battery) => Getter.Whole((nint)battery, BatteryField.ManufactureDate);

    /// <summary>What the battery is doing.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A <c>battery_state</c>; BATTERY_STATE_UNKNOWN where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_state")]
    public static BatteryState State([Const] BatteryHandle* battery) => (BatteryState)Getter.Code((nint)battery, BatteryField.State);

    /// <summary>The chemistry.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A <c>battery_technology</c>; BATTERY_TECHNOLOGY_UNKNOWN where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_technology")]
    public static BatteryTechnology Technology([Const] BatteryHandle* battery) => (BatteryTechnology)Getter.Code((nint)battery, BatteryField.Technology);

    /// <summary>Battery or UPS.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A <c>battery_kind</c>, known for every battery.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_kind")]
    public static BatteryKind Kind([Const] BatteryHandle* battery) => (BatteryKind)Getter.Code((nint)battery, BatteryField.Kind);

    /// <summary>The machine's own battery or a peripheral's.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A <c>battery_scope</c>, known for every battery.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_scope")]
    public static BatteryScope Scope([Const] BatteryHandle* battery) => (BatteryScope)Getter.Code((nint)battery, BatteryField.Scope);

    /// <summary>The coarse level that some batteries report.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>A <c>battery_capacity_level</c>; BATTERY_CAPACITY_LEVEL_UNKNOWN where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_capacity_level")]
    public static CapacityLevel CapacityLevel([Const] BatteryHandle* battery) => (CapacityLevel)Getter.Code((nint)battery, BatteryField.CapacityLevel);

    /// <summary>The name that the system gives the battery, as BAT0.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>UTF-8 text, which <c>battery_str_free</c> frees.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_name")]
    public static byte* Name([Const] BatteryHandle* battery) => Getter.Text((nint)battery, BatteryField.Name);

    /// <summary>The manufacturer's name.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>UTF-8 text, which <c>battery_str_free</c> frees; NULL where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_vendor")]
    public static byte* Vendor([Const] BatteryHandle* battery) => Getter.Text((nint)battery, BatteryField.Vendor);

    /// <summary>The model's name.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>UTF-8 text, which <c>battery_str_free</c> frees; NULL where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_model")]
    public static byte* Model([Const] BatteryHandle* battery) => Getter.Text((nint)battery, BatteryField.Model);

    /// <summary>The serial number.</summary>
    /// <param name="battery">The battery.</param>
    /// <returns>UTF-8 text, which <c>battery_str_free</c> frees; NULL where unknown.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_serial_number")]
    public static byte* SerialNumber([Const] BatteryHandle* battery) => Getter.Text((nint)battery, BatteryField.SerialNumber);
}
