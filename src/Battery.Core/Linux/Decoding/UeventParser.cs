using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>Parses a supply's <c>uevent</c>: lines of KEY=value. Other lines, for example of a device tree, are skipped.</summary>
internal static class UeventParser
{
    private static ReadOnlySpan<byte> Prefix => "POWER_SUPPLY_"u8;

    /// <summary>Parses the text into a reading.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="isWhole">False if the file was truncated: its last line may be incomplete, and is skipped.</param>
    /// <param name="reading">The reading. The first valid value of a key counts; drivers repeat some.</param>
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

    /// <summary>Finds the property of a line.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="property">The property.</param>
    /// <param name="value">The index of its value.</param>
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
