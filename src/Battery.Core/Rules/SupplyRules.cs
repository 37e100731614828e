using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Rules;

/// <summary>What a supply is: a battery, a UPS, an adapter or an empty slot, of the machine or of a peripheral.</summary>
internal static class SupplyRules
{
    // Name prefixes of peripherals' drivers (drivers/hid in the kernel, and the drivers xone and xpadneo), for those that set no scope.
    private static readonly string[] s_peripheralNames =
    [
        "hid-", "hidpp_battery_", "wacom_battery_", "wacom_ac_", "ps-controller-battery-", "sony_controller_battery_", "wiimote_battery_",
        "nintendo_switch_controller_battery_", "steam-controller-", "corsair-void-", "asus-keyboard-", "steelseries_headset_battery_",
        "thunderstrike_", "xpadneo_batt", "gip",
    ];

    // The batteries of PowerPC Macs: drivers/power/supply/pmu_battery.c sets no type, which the kernel prints as 'Unknown'.
    private const string PmuBatteryName = "PMU_battery_";

    // What only a battery reports.
    private static readonly SupplyProperty[] s_capacities =
    [
        SupplyProperty.Capacity,
        SupplyProperty.EnergyNow, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign,
        SupplyProperty.ChargeNow, SupplyProperty.ChargeFull, SupplyProperty.ChargeFullDesign,
    ];

    /// <summary>Battery or UPS; null if the supply is neither.</summary>
    /// <param name="raw">The reading.</param>
    /// <param name="known">The kind where this reading does not show it: that of an earlier reading.</param>
    public static BatteryKind? Kind(RawReading raw, BatteryKind known = BatteryKind.Battery)
    {
        RawValue type = Type(raw);
        if (!type.IsKnown)
        {
            // One missing or unreadable file must not hide a battery: whatever reports a capacity is one.
            return HoldsCharge(raw) ? known : null;
        }

        return (SupplyType)type.Number switch
        {
            SupplyType.Battery => BatteryKind.Battery,
            SupplyType.Ups => BatteryKind.Ups,
            SupplyType.BatteryOrUps => known,
            _ => null,
        };
    }

    /// <summary>Whether the slot contains a battery. If that is not reported, it does.</summary>
    public static bool IsPresent(RawReading raw)
    {
        RawValue present = raw[SupplyProperty.Present];
        return !present.IsKnown || present.Number != 0;
    }

    /// <summary>Whose battery it is: by its scope, and if none is reported by the names that peripherals' drivers use.</summary>
    public static BatteryScope Scope(RawReading raw)
    {
        RawValue scope = raw[SupplyProperty.Scope];
        if (scope.IsKnown)
        {
            return (BatteryScope)scope.Number;
        }

        // Nearly every name differs from all prefixes in its first letter.
        char first = raw.Name.Length > 0 ? char.ToLowerInvariant(raw.Name[0]) : default;
        foreach (string prefix in s_peripheralNames)
        {
            if (prefix[0] == first && raw.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return BatteryScope.Peripheral;
            }
        }

        return BatteryScope.System;
    }

    /// <summary>Whether a reading of some scopes includes a supply, by its type and its scope or name alone.</summary>
    public static bool IsIncluded(RawReading raw, SupplyScopes scopes) =>
        Scope(raw) == BatteryScope.Peripheral
            ? (scopes & SupplyScopes.Peripheral) != 0
            : Type(raw) is not { IsKnown: true } type || (SupplyType)type.Number switch
            {
                SupplyType.Battery or SupplyType.Ups => (scopes & SupplyScopes.System) != 0,
                SupplyType.Other => false,
                _ => true,
            };

    /// <summary>
    /// Whether a supply is the battery of a PowerPC Mac, whose energies are charges: the driver takes mAh for mWh, and its time is their
    /// ratio to the current in mA (drivers/macintosh/via-pmu.c).
    /// </summary>
    public static bool IsPmuBattery(RawReading raw) => raw.Name.StartsWith(PmuBatteryName, StringComparison.Ordinal);

    /// <summary>The adapter that a supply is; null where it is none, or a peripheral's.</summary>
    public static Adapter? Adapter(RawReading raw) =>
        AdapterRules.TypeOf(raw[SupplyProperty.Type]) == AdapterType.Unknown || Scope(raw) == BatteryScope.Peripheral ? null : AdapterRules.Adapter(raw);

    /// <summary>
    /// Whether external power is connected: one adapter that is online is enough. The power controller of a Mac stands for all its
    /// inputs, whose ports may stay online after they were unplugged.
    /// </summary>
    public static ExternalPower ExternalPower(List<Adapter> adapters) =>
        adapters.Find(static adapter => adapter.IsOnline is not null && AdapterRules.IsOfMac(adapter.Name)) is { } mac
            ? mac.IsOnline == true ? Model.ExternalPower.Online : Model.ExternalPower.Offline
        : adapters.Exists(static adapter => adapter.IsOnline == true) ? Model.ExternalPower.Online
        : adapters.Exists(static adapter => adapter.IsOnline == false) ? Model.ExternalPower.Offline
        : Model.ExternalPower.Unknown;

    /// <summary>
    /// Whether a battery proves that external power is connected: it charges, or gains charge by the sign that the kernel's ABI
    /// defines. The sign is no proof while the battery discharges: many drivers report a magnitude.
    /// </summary>
    public static bool ProvesExternalPower(RawReading raw, BatterySnapshot battery) =>
        battery.Scope == BatteryScope.System
        && (battery.State == BatteryState.Charging
            || (battery.State is not (BatteryState.Discharging or BatteryState.Empty)
                && raw[SupplyProperty.CurrentNow].IsKnown && battery.Number(BatteryField.Current) > 0));

    /// <summary>
    /// Whether external power is connected, by the adapters and the batteries. Firmware may report an adapter that is in use as offline.
    /// A trickle does not contradict it: a battery that is full and not in use reports 1 mA on battery, too.
    /// </summary>
    public static ExternalPower ExternalPower(List<Adapter> adapters, List<BatteryDevice> batteries) =>
        batteries.Exists(static battery => battery.ProvesExternalPower && (battery.IsActive || battery.Snapshot.State == BatteryState.Charging))
            ? Model.ExternalPower.Online
            : ExternalPower(ExternalPower(adapters), batteries);

    /// <summary>Whether external power is connected, as reported; where it is not reported, a battery can show it.</summary>
    public static ExternalPower ExternalPower(ExternalPower reported, List<BatteryDevice> batteries) =>
        reported == Model.ExternalPower.Unknown && batteries.Exists(static battery => battery.ProvesExternalPower)
            ? Model.ExternalPower.Online
            : reported;

    /// <summary>The power that the adapter in use can supply, W: the first that is known.</summary>
    public static Measurement AdapterPower(List<Adapter> adapters)
    {
        Measurement power = Measurement.Unknown(ValueQuality.Missing);
        foreach (Adapter adapter in adapters)
        {
            power = power.IsKnown ? power : adapter.MaxPower;
        }

        return power;
    }

    private static RawValue Type(RawReading raw) => IsPmuBattery(raw) ? RawValue.Known((int)SupplyType.Battery) : raw[SupplyProperty.Type];

    private static bool HoldsCharge(RawReading raw)
    {
        foreach (SupplyProperty property in s_capacities)
        {
            if (raw[property].IsKnown)
            {
                return true;
            }
        }

        return false;
    }
}
