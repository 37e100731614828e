using System.Text;
using Battery.Core.Raw;

namespace Battery.Core.Linux;

/// <summary>The kernel's names of properties: <c>energy_now</c> as a file, <c>POWER_SUPPLY_ENERGY_NOW</c> in uevent.</summary>
internal static class PropertyNames
{
    private static readonly (string Name, SupplyProperty Property)[] s_names =
    [
        ("type", SupplyProperty.Type),
        ("scope", SupplyProperty.Scope),
        ("present", SupplyProperty.Present),
        ("online", SupplyProperty.Online),
        ("status", SupplyProperty.Status),
        ("technology", SupplyProperty.Technology),
        ("capacity_level", SupplyProperty.CapacityLevel),
        ("capacity", SupplyProperty.Capacity),
        ("energy_now", SupplyProperty.EnergyNow),
        ("energy_full", SupplyProperty.EnergyFull),
        ("energy_full_design", SupplyProperty.EnergyFullDesign),
        ("charge_now", SupplyProperty.ChargeNow),
        ("charge_full", SupplyProperty.ChargeFull),
        ("charge_full_design", SupplyProperty.ChargeFullDesign),
        ("power_now", SupplyProperty.PowerNow),
        ("current_now", SupplyProperty.CurrentNow),
        ("voltage_now", SupplyProperty.VoltageNow),
        ("voltage_min_design", SupplyProperty.VoltageMinDesign),
        ("voltage_max_design", SupplyProperty.VoltageMaxDesign),
        ("temp", SupplyProperty.Temperature),
        ("cycle_count", SupplyProperty.CycleCount),
        ("time_to_empty_now", SupplyProperty.TimeToEmptyNow),
        ("time_to_full_now", SupplyProperty.TimeToFullNow),
        ("charge_control_start_threshold", SupplyProperty.ChargeStartThreshold),
        ("charge_control_end_threshold", SupplyProperty.ChargeEndThreshold),

        // The names of thinkpad_acpi before Linux 5.9 and of the tp_smapi module.
        ("charge_start_threshold", SupplyProperty.ChargeStartThreshold),
        ("charge_stop_threshold", SupplyProperty.ChargeEndThreshold),
        ("manufacture_year", SupplyProperty.ManufactureYear),
        ("manufacture_month", SupplyProperty.ManufactureMonth),
        ("manufacture_day", SupplyProperty.ManufactureDay),
        ("manufacturer", SupplyProperty.Manufacturer),
        ("model_name", SupplyProperty.ModelName),
        ("serial_number", SupplyProperty.SerialNumber),
    ];

    private static readonly (byte[] Key, SupplyProperty Property)[] s_ueventKeys =
        [.. s_names.Select(static entry => (Encoding.ASCII.GetBytes(entry.Name.ToUpperInvariant()), entry.Property))];

    /// <summary>The property of a file's name.</summary>
    public static SupplyProperty? OfAttribute(ReadOnlySpan<char> name)
    {
        foreach ((string known, SupplyProperty property) in s_names)
        {
            if (name.SequenceEqual(known))
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>The property of a key in uevent, without its prefix.</summary>
    public static SupplyProperty? OfUeventKey(ReadOnlySpan<byte> key)
    {
        foreach ((byte[] known, SupplyProperty property) in s_ueventKeys)
        {
            if (key.SequenceEqual(known))
            {
                return property;
            }
        }

        return null;
    }
}
