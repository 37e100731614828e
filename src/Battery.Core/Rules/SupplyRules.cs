using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;

namespace Battery.Core.Rules;

/// <summary>What a supply is: a battery, a UPS, an adapter, an empty slot; the machine's or a peripheral's.</summary>
internal static class SupplyRules
{
    // Names that peripherals' drivers give (drivers/hid in the kernel, and xone and xpadneo beside it), for those that set no scope.
    private static readonly string[] s_peripheralNames =
    [
        "hid-", "hidpp_battery_", "wacom_battery_", "wacom_ac_", "ps-controller-battery-", "sony_controller_battery_", "wiimote_battery_",
        "nintendo_switch_controller_battery_", "steam-controller-", "corsair-void-", "xpadneo_battery_", "gip",
    ];

    /// <summary>Battery or UPS; null for a supply that is neither.</summary>
    public static BatteryKind? Kind(RawReading raw)
    {
        RawValue type = raw[SupplyProperty.Type];
        if (!type.IsKnown)
        {
            // One file that is missing or unreadable must not hide a battery: what holds a charge is one.
            return HoldsCharge(raw) ? BatteryKind.Battery : null;
        }

        return (SupplyType)type.Number switch
        {
            SupplyType.Battery => BatteryKind.Battery,
            SupplyType.Ups => BatteryKind.Ups,
            _ => null,
        };
    }

    /// <summary>Whether the slot holds a battery. A machine that does not say has one.</summary>
    public static bool IsPresent(RawReading raw)
    {
        RawValue present = raw[SupplyProperty.Present];
        return !present.IsKnown || present.Number != 0;
    }

    /// <summary>What the battery feeds: by its scope, and where none is given by the names that peripherals' drivers use.</summary>
    public static BatteryScope Scope(RawReading raw)
    {
        RawValue scope = raw[SupplyProperty.Scope];
        if (scope.IsKnown)
        {
            return (BatteryScope)scope.Number;
        }

        foreach (string prefix in s_peripheralNames)
        {
            if (raw.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
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
            : raw[SupplyProperty.Type] is not { IsKnown: true } type || (SupplyType)type.Number switch
            {
                SupplyType.Battery or SupplyType.Ups => (scopes & SupplyScopes.System) != 0,
                SupplyType.Other => false,
                _ => true,
            };

    /// <summary>The adapter that a supply is; null where it is none, or a peripheral's.</summary>
    public static Adapter? Adapter(RawReading raw)
    {
        RawValue type = raw[SupplyProperty.Type];
        AdapterKind kind = !type.IsKnown ? AdapterKind.Unknown : (SupplyType)type.Number switch
        {
            SupplyType.Mains => AdapterKind.Mains,
            SupplyType.Usb => AdapterKind.Usb,
            SupplyType.Wireless => AdapterKind.Wireless,
            _ => AdapterKind.Unknown,
        };
        RawValue online = raw[SupplyProperty.Online];
        return kind == AdapterKind.Unknown || Scope(raw) == BatteryScope.Peripheral
            ? null
            : new(raw.Name, kind, online.IsKnown ? online.Number > 0 : null, Measurement.Unknown(ValueQuality.Missing));
    }

    /// <summary>Whether external power is connected: one adapter that is online is enough.</summary>
    public static ExternalPower ExternalPower(List<Adapter> adapters) =>
        adapters.Exists(static adapter => adapter.IsOnline == true) ? Model.ExternalPower.Online
        : adapters.Exists(static adapter => adapter.IsOnline == false) ? Model.ExternalPower.Offline
        : Model.ExternalPower.Unknown;

    /// <summary>The power that the adapter in use can supply, W: the first that is known.</summary>
    public static Measurement AdapterPower(List<Adapter> adapters)
    {
        Measurement power = Measurement.Unknown(ValueQuality.Missing);
        foreach (Adapter adapter in adapters)
        {
            power = power.IsKnown ? power : adapter.Watts;
        }

        return power;
    }

    private static bool HoldsCharge(RawReading raw)
    {
        for (SupplyProperty property = SupplyProperty.Capacity; property <= SupplyProperty.ChargeFullDesign; property++)
        {
            if (raw[property].IsKnown)
            {
                return true;
            }
        }

        return false;
    }
}
