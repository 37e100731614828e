using System.Text;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>The kernel's names of properties: <c>energy_now</c> as a file, <c>POWER_SUPPLY_ENERGY_NOW</c> in uevent.</summary>
internal static class PropertyNames
{
    private const int MaxLength = 32;

    // Most names differ in length, so that a lookup compares two or three.
    private static readonly Entry[][] s_byLength = ByLength(
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
        new("charge_control_start_threshold"u8, SupplyProperty.ChargeStartThreshold),
        new("charge_control_end_threshold"u8, SupplyProperty.ChargeEndThreshold),

        // The names of thinkpad_acpi before Linux 5.9 and of the tp_smapi module.
        new("charge_start_threshold"u8, SupplyProperty.ChargeStartThreshold, isOld: true),
        new("charge_stop_threshold"u8, SupplyProperty.ChargeEndThreshold, isOld: true),

        // Averages, of drivers without a momentary value.
        new("energy_avg"u8, SupplyProperty.EnergyNow, isOld: true),
        new("charge_avg"u8, SupplyProperty.ChargeNow, isOld: true),
        new("charge_type"u8, SupplyProperty.ChargeType),
        new("charge_types"u8, SupplyProperty.AvailableChargeTypes),
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

    /// <summary>The property of a name in lower case, as files have it, or in upper case, as uevent does.</summary>
    /// <param name="name">A file's name, or a key of uevent without its prefix.</param>
    /// <param name="property">The property.</param>
    /// <param name="isOld">Whether another name of the property takes precedence: a newer one, or that of the momentary value.</param>
    public static bool TryFind(ReadOnlySpan<byte> name, out SupplyProperty property, out bool isOld)
    {
        if (name.Length is > 0 and <= MaxLength)
        {
            // Nearly all names of one length differ in their last letter.
            bool isUpper = char.IsAsciiLetterUpper((char)name[0]);
            byte last = name[^1];
            foreach (Entry entry in s_byLength[name.Length])
            {
                byte[] known = isUpper ? entry.UpperCase : entry.LowerCase;
                if (known[^1] == last && name.SequenceEqual(known))
                {
                    property = entry.Property;
                    isOld = entry.IsOld;
                    return true;
                }
            }
        }

        property = default;
        isOld = false;
        return false;
    }

    /// <summary>The names of a property as files have them, the one that takes precedence first.</summary>
    public static List<string> Of(SupplyProperty property)
    {
        List<Entry> entries = [.. s_byLength.SelectMany(static entries => entries).Where(entry => entry.Property == property)];
        entries.Sort(static (left, right) => left.IsOld.CompareTo(right.IsOld));
        return entries.ConvertAll(static entry => Encoding.ASCII.GetString(entry.LowerCase));
    }

    private static Entry[][] ByLength(Entry[] entries)
    {
        var byLength = new Entry[MaxLength + 1][];
        for (int length = 0; length <= MaxLength; length++)
        {
            byLength[length] = Array.FindAll(entries, entry => entry.LowerCase.Length == length);
        }

        return byLength;
    }

    private readonly struct Entry(ReadOnlySpan<byte> name, SupplyProperty property, bool isOld = false)
    {
        public byte[] LowerCase { get; } = name.ToArray();

        public byte[] UpperCase { get; } =
            Array.ConvertAll(name.ToArray(), static letter => char.IsAsciiLetterLower((char)letter) ? (byte)(letter - 'a' + 'A') : letter);

        public SupplyProperty Property { get; } = property;

        public bool IsOld { get; } = isOld;
    }
}
