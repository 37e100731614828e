using System.Text;
using Battery.Core.Recordings;

namespace Battery.Core.Linux.Recorded;

/// <summary>
/// Masks the files of a supply: private properties, and the text of properties that the kernel does not define, since a
/// driver may put anything there. Properties that the kernel defines and numbers are unchanged.
/// </summary>
internal static class LinuxMask
{
    // A longer number is no measurement: a barcode, a serial number.
    private const int LongestNumber = 10;
    private const string PropertyPrefix = "power_supply_";

    private static readonly string[] s_prefixesOfNames = ["hid-", "steam-controller-"];

    // The properties of the kernel's power supplies, and of the device tree (Documentation/ABI/testing/sysfs-class-power).
    private static readonly string[] s_harmless =
    [
        "type", "usb_type", "scope", "status", "health", "present", "online", "authentic", "technology", "cycle_count",
        "model_name", "manufacturer", "name", "devtype", "calibrate", "alarm", "internal_resistance", "state_of_health",
    ];

    private static readonly string[] s_harmlessPrefixes =
    [
        "capacity", "charge_", "constant_charge_", "current_", "energy_", "input_", "manufacture_", "of_", "power_", "precharge_",
        "temp", "time_to_", "voltage_",
    ];

    /// <summary>Masks the name of a supply.</summary>
    public static string Name(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        Identity(bytes, name);
        Mask.Addresses(bytes, withoutLetters: true);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Masks what a file holds.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="device">The name of its supply, which is in some files.</param>
    public static void Contents(string file, Span<byte> text, string device)
    {
        Identity(text, device);
        Mask.Addresses(text);
        if (file == "uevent")
        {
            Uevent(text);
        }
        else
        {
            Value(file, text);
        }
    }

    // hid-steam and hid-input name a battery after the device's unique name, which is its serial number on USB.
    private static void Identity(Span<byte> text, string device)
    {
        foreach (string prefix in s_prefixesOfNames)
        {
            byte[] name = Encoding.UTF8.GetBytes(device);
            if (!device.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            for (int start = text.IndexOf(name), place = 0; start >= 0; place += start + name.Length, start = text[place..].IndexOf(name))
            {
                Span<byte> identity = text.Slice(place + start + prefix.Length, name.Length - prefix.Length);
                int end = identity.LastIndexOf("-battery"u8);
                Mask.Identity(end < 0 ? identity : identity[..end]);
            }
        }
    }

    // A line without '=' is part of a value with a line feed.
    private static void Uevent(Span<byte> text)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            Span<byte> line = end < 0 ? text : text[..end];
            int equals = line.IndexOf((byte)'=');
            Value(equals < 0 ? string.Empty : Encoding.UTF8.GetString(line[..equals]), line[(equals + 1)..]);
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    private static void Value(string key, Span<byte> value)
    {
        key = key.StartsWith(PropertyPrefix, StringComparison.OrdinalIgnoreCase) ? key[PropertyPrefix.Length..] : key;
        bool isName = key.Equals("name", StringComparison.OrdinalIgnoreCase);
        if (isName)
        {
            Mask.Addresses(value, withoutLetters: true);
        }
        else if (PrivateKeys.Contain(key) || !(IsHarmless(key) || IsNumbers(value)))
        {
            Mask.SerialNumber(value);
        }
    }

    private static bool IsHarmless(string key) =>
        Array.Exists(s_harmless, known => known.Equals(key, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(s_harmlessPrefixes, prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsNumbers(ReadOnlySpan<byte> value)
    {
        int digits = 0;
        foreach (byte c in value)
        {
            digits = char.IsAsciiDigit((char)c) ? digits + 1 : 0;
            if (char.IsAsciiLetter((char)c) || c >= 0x80 || digits > LongestNumber)
            {
                return false;
            }
        }

        return true;
    }
}
