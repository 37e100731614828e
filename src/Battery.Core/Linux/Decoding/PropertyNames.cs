using System.Text;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>The kernel's names of properties: <c>energy_now</c> as a file, <c>POWER_SUPPLY_ENERGY_NOW</c> in uevent.</summary>
internal static class PropertyNames
{
    private const int MaxLength = 32;

    // Most names differ in length, so that a lookup compares two or three.
    private static readonly PropertyName[][] s_byLength = ByLength(
    [
        new("type"u8, SupplyProperty.Type),
        new("scope"u8, SupplyProperty.Scope),
        new("present"u8, SupplyProperty.Present),
        new("online"u8, SupplyProperty.Online),
        new("status"u8, SupplyProperty.Status),
        new("technology"u8, SupplyProperty.Technology),
        new("capacity_level"u8, SupplyProperty.CapacityLevel),
        new("capacity"u8, SupplyProperty.Capacity),
        new("energy_now"u8, SupplyProperty.EnergyNow),
        new("energy_full"u8, SupplyProperty.EnergyFull),
        new("energy_full_design"u8, SupplyProperty.EnergyFullDesign),
        new("charge_now"u8, SupplyProperty.ChargeNow),
        new("charge_full"u8, SupplyProperty.ChargeFull),
        new("charge_full_design"u8, SupplyProperty.ChargeFullDesign),
        new("power_now"u8, SupplyProperty.PowerNow),
        new("current_now"u8, SupplyProperty.CurrentNow),
        new("voltage_now"u8, SupplyProperty.VoltageNow),
        new("voltage_min_design"u8, SupplyProperty.VoltageMinDesign),
        new("voltage_max_design"u8, SupplyProperty.VoltageMaxDesign),
        new("temp"u8, SupplyProperty.Temperature),
        new("cycle_count"u8, SupplyProperty.CycleCount),
        new("internal_resistance"u8, SupplyProperty.InternalResistance),
        new("time_to_empty_now"u8, SupplyProperty.TimeToEmptyNow),
        new("time_to_full_now"u8, SupplyProperty.TimeToFullNow),
        new("charge_counter"u8, SupplyProperty.ChargeCounter),
        new("voltage_avg"u8, SupplyProperty.VoltageAvg),
        new("current_avg"u8, SupplyProperty.CurrentAvg),
        new("power_avg"u8, SupplyProperty.PowerAvg),
        new("time_to_empty_avg"u8, SupplyProperty.TimeToEmptyAvg),
        new("time_to_full_avg"u8, SupplyProperty.TimeToFullAvg),
        new("usb_type"u8, SupplyProperty.UsbType),
        new("input_power_limit"u8, SupplyProperty.InputPowerLimit),
        new("input_current_limit"u8, SupplyProperty.InputCurrentLimit),
        new("charge_control_start_threshold"u8, SupplyProperty.ChargeStartThreshold),
        new("charge_control_end_threshold"u8, SupplyProperty.ChargeEndThreshold),

        // The names of thinkpad_acpi before Linux 5.9 and of the tp_smapi module.
        new("charge_start_threshold"u8, SupplyProperty.ChargeStartThreshold, isSecondary: true),
        new("charge_stop_threshold"u8, SupplyProperty.ChargeEndThreshold, isSecondary: true),

        // Of drivers without a momentary value.
        new("energy_avg"u8, SupplyProperty.EnergyNow, isSecondary: true),
        new("charge_avg"u8, SupplyProperty.ChargeNow, isSecondary: true),
        new("charge_type"u8, SupplyProperty.ChargeType),
        new("charge_types"u8, SupplyProperty.AvailableChargeTypes),

        // ideapad_acpi before Linux 6.17: 1 is what later kernels report as the charge type long life.
        new("conservation_mode"u8, SupplyProperty.ChargeType, isSecondary: true),
        new("charge_behaviour"u8, SupplyProperty.ChargeBehavior),
        new("health"u8, SupplyProperty.Condition),
        new("state_of_health"u8, SupplyProperty.StateOfHealth),
        new("manufacture_year"u8, SupplyProperty.ManufactureYear),
        new("manufacture_month"u8, SupplyProperty.ManufactureMonth),
        new("manufacture_day"u8, SupplyProperty.ManufactureDay),
        new("manufacturer"u8, SupplyProperty.Manufacturer),
        new("model_name"u8, SupplyProperty.ModelName),
        new("serial_number"u8, SupplyProperty.SerialNumber),
    ]);

    /// <summary>The property name that bytes spell in lower case, as files have it, or in upper case, as uevent does; null for other bytes.</summary>
    /// <param name="bytes">A file's name, or a key of uevent without its prefix.</param>
    public static PropertyName? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxLength)
        {
            return null;
        }

        // Nearly all names of one length differ in their last letter.
        bool isUpper = char.IsAsciiLetterUpper((char)bytes[0]);
        byte last = bytes[^1];
        foreach (PropertyName name in s_byLength[bytes.Length])
        {
            ReadOnlySpan<byte> known = isUpper ? name.UpperCase : name.LowerCase;
            if (known[^1] == last && bytes.SequenceEqual(known))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The names of a property as files have them, the one that takes precedence first.</summary>
    public static List<string> Of(SupplyProperty property)
    {
        List<PropertyName> names = [.. s_byLength.SelectMany(static names => names).Where(name => name.Property == property)];
        names.Sort(static (left, right) => left.IsSecondary.CompareTo(right.IsSecondary));
        return names.ConvertAll(static name => Encoding.ASCII.GetString(name.LowerCase));
    }

    private static PropertyName[][] ByLength(PropertyName[] names)
    {
        var byLength = new PropertyName[MaxLength + 1][];
        for (int length = 0; length <= MaxLength; length++)
        {
            byLength[length] = Array.FindAll(names, name => name.LowerCase.Length == length);
        }

        return byLength;
    }
}
