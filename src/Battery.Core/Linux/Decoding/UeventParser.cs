using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>The text of a supply's <c>uevent</c>: lines of KEY=value. Other lines, as those of a device tree, are passed over.</summary>
internal static class UeventParser
{
    private static ReadOnlySpan<byte> Prefix => "POWER_SUPPLY_"u8;

    /// <summary>Puts what the text says into a reading.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="isWhole">False when the file was cut: its last line may then be half a value, and is left out.</param>
    /// <param name="reading">Where the values go. The first good value of a key counts; drivers repeat some.</param>
    public static void Parse(ReadOnlySpan<byte> text, bool isWhole, RawReading reading)
    {
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            if (end < 0 && !isWhole)
            {
                return;
            }

            ParseLine(end < 0 ? text : text[..end], reading);
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    /// <summary>Which property a line tells.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">Where its value begins.</param>
    public static bool TryFindProperty(ReadOnlySpan<byte> line, out SupplyProperty property, out int value)
    {
        property = default;
        int equals = line.IndexOf((byte)'=');
        value = equals + 1;
        return equals >= 0 && line.StartsWith(Prefix) && PropertyNames.TryFind(line[Prefix.Length..equals], out property, out _);
    }

    private static void ParseLine(ReadOnlySpan<byte> line, RawReading reading)
    {
        if (TryFindProperty(line, out SupplyProperty property, out int value)
            && reading.QualityOf(property) is ValueQuality.Missing or ValueQuality.Malformed)
        {
            PropertyParser.Parse(property, line[value..], reading);
        }
    }
}
