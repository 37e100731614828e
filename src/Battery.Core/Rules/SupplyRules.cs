using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>What a supply is: a battery, a UPS, an adapter, an empty slot; the machine's or a peripheral's.</summary>
public static class SupplyRules
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
        ArgumentNullException.ThrowIfNull(raw);
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
        ArgumentNullException.ThrowIfNull(raw);
        RawValue present = raw[SupplyProperty.Present];
        return !present.IsKnown || present.Number != 0;
    }

    /// <summary>What the battery feeds: by its scope, and where none is given by the names that peripherals' drivers use.</summary>
    public static BatteryScope Scope(RawReading raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
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

    /// <summary>Adds what one supply says to what is known of external power: any adapter that is on wins.</summary>
    public static ExternalPower WithAdapter(ExternalPower known, RawReading raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        RawValue type = raw[SupplyProperty.Type];
        RawValue online = raw[SupplyProperty.Online];
        bool speaks = type.IsKnown && (SupplyType)type.Number == SupplyType.Adapter && online.IsKnown;
        if (!speaks || known == ExternalPower.Online || (raw[SupplyProperty.Scope] is { IsKnown: true, Number: (int)BatteryScope.Peripheral }))
        {
            return known;
        }

        return online.Number > 0 ? ExternalPower.Online : ExternalPower.Offline;
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
