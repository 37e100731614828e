using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>Parses the words of the kernel's enumerations (drivers/power/supply/power_supply_sysfs.c), case-insensitive.</summary>
internal static class SysfsEnumParser
{
    public static RawValue Status(ReadOnlySpan<byte> word) =>
        Is(word, "Charging"u8) ? Known((int)BatteryState.Charging)
        : Is(word, "Discharging"u8) ? Known((int)BatteryState.Discharging)
        : Is(word, "Not charging"u8) ? Known((int)BatteryState.NotCharging)
        : Is(word, "Full"u8) ? Known((int)BatteryState.Full)
        : Is(word, "Empty"u8) ? Known((int)BatteryState.Empty)
        : Unrecognized(word);

    public static RawValue CapacityLevel(ReadOnlySpan<byte> word) =>
        Is(word, "Critical"u8) ? Known((int)Model.CapacityLevel.Critical)
        : Is(word, "Low"u8) ? Known((int)Model.CapacityLevel.Low)
        : Is(word, "Normal"u8) ? Known((int)Model.CapacityLevel.Normal)
        : Is(word, "High"u8) ? Known((int)Model.CapacityLevel.High)
        : Is(word, "Full"u8) ? Known((int)Model.CapacityLevel.Full)
        : Unrecognized(word);

    public static RawValue Condition(ReadOnlySpan<byte> word) =>
        Is(word, "Good"u8) ? Known((int)BatteryCondition.Good)
        : Is(word, "Overheat"u8) ? Known((int)BatteryCondition.Overheat)
        : Is(word, "Dead"u8) ? Known((int)BatteryCondition.Dead)
        : Is(word, "Over voltage"u8) ? Known((int)BatteryCondition.OverVoltage)
        : Is(word, "Under voltage"u8) ? Known((int)BatteryCondition.UnderVoltage)
        : Is(word, "Unspecified failure"u8) ? Known((int)BatteryCondition.UnspecifiedFailure)
        : Is(word, "Cold"u8) ? Known((int)BatteryCondition.Cold)
        : Is(word, "Watchdog timer expire"u8) ? Known((int)BatteryCondition.WatchdogTimerExpire)
        : Is(word, "Safety timer expire"u8) ? Known((int)BatteryCondition.SafetyTimerExpire)
        : Is(word, "Over current"u8) ? Known((int)BatteryCondition.OverCurrent)
        : Is(word, "Calibration required"u8) ? Known((int)BatteryCondition.CalibrationRequired)
        : Is(word, "Warm"u8) ? Known((int)BatteryCondition.Warm)
        : Is(word, "Cool"u8) ? Known((int)BatteryCondition.Cool)
        : Is(word, "Hot"u8) ? Known((int)BatteryCondition.Hot)
        : Is(word, "No battery"u8) ? Known((int)BatteryCondition.NoBattery)
        : Is(word, "Blown fuse"u8) ? Known((int)BatteryCondition.BlownFuse)
        : Is(word, "Cell imbalance"u8) ? Known((int)BatteryCondition.CellImbalance)
        : Unrecognized(word);

    public static RawValue Scope(ReadOnlySpan<byte> word) =>
        Is(word, "System"u8) ? Known((int)BatteryScope.System)
        : Is(word, "Device"u8) ? Known((int)BatteryScope.Peripheral)
        : Unrecognized(word);

    // Phones add types of their own: USB_CDP, USB_HVDCP, BrickID, Wipower, and parts of the charger such as BMS or Parallel.
    // 'Unknown' is a type, too: fuel gauges of MediaTek's phones have it beside the battery.
    public static RawValue Type(ReadOnlySpan<byte> word) =>
        word.IsEmpty ? Unrecognized(word)
        : Is(word, "Battery"u8) ? Known((int)SupplyType.Battery)
        : Is(word, "UPS"u8) ? Known((int)SupplyType.Ups)
        : Is(word, "Mains"u8) || Is(word, "BrickID"u8) ? Known((int)SupplyType.Mains)
        : Is(word, "Wireless"u8) || Is(word, "Wipower"u8) ? Known((int)SupplyType.Wireless)
        : Is(word, "USB_C"u8) ? Known((int)SupplyType.UsbC)
        : StartsWith(word, "USB_PD"u8) ? Known((int)SupplyType.UsbPd)
        : StartsWith(word, "USB"u8) ? Known((int)SupplyType.Usb)
        : Known((int)SupplyType.Other);

    // The types that the port supports, the one in use in brackets: 'C [PD] PD_PPS'.
    public static RawValue UsbType(ReadOnlySpan<byte> types)
    {
        ReadOnlySpan<byte> active = types[(types.IndexOf((byte)'[') + 1)..];
        int end = active.IndexOf((byte)']');
        active = end < 0 ? [] : active[..end];
        return active.IsEmpty || Is(active, "Unknown"u8) ? Unrecognized(active.IsEmpty ? types : active)
            : Known((int)(StartsWith(active, "PD"u8) ? AdapterType.UsbPd : Is(active, "C"u8) ? AdapterType.UsbC : AdapterType.Usb));
    }

    private static RawValue Known(int value) => RawValue.Known(value);

    /// <summary>A word that is not known.</summary>
    public static RawValue Unrecognized(ReadOnlySpan<byte> word) =>
        RawValue.Unknown(word.IsEmpty || Is(word, "Unknown"u8) ? ValueQuality.ReportedUnknown : ValueQuality.Malformed);

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(word, known);

    private static bool StartsWith(ReadOnlySpan<byte> word, ReadOnlySpan<byte> start) =>
        word.Length >= start.Length && Is(word[..start.Length], start);
}
