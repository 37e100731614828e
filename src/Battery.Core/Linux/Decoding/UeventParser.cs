using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>Parses a supply's <c>uevent</c>: lines of KEY=value. Other lines, for example of a device tree, are skipped.</summary>
internal static class UeventParser
{
    /// <summary>Parses the text into a reading.</summary>
    /// <param name="text">The bytes of the file.</param>
    /// <param name="isWhole">False if the file was truncated: its last line may be incomplete, and is skipped.</param>
    /// <param name="reading">The reading. The first valid value of a key counts; drivers repeat some.</param>
    /// <param name="layout">What is remembered of the supply's previous text, if there is one.</param>
    public static void Parse(ReadOnlySpan<byte> text, bool isWhole, RawReading reading, UeventLayout? layout = null)
    {
        for (int index = 0; !text.IsEmpty; index++)
        {
            int end = text.IndexOf((byte)'\n');
            if (end < 0 && !isWhole)
            {
                return;
            }

            ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
            if ((layout is null ? FindName(line) : layout.Find(index, line)) is { } name
                && reading.QualityOf(name.Property) is ValueQuality.Missing or ValueQuality.Malformed)
            {
                PropertyParser.Parse(name.Property, line[name.UeventKey.Length..], reading);
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }
    }

    /// <summary>The property name that a line begins with; null if it has none. The value begins after its key.</summary>
    /// <param name="line">The line, without its end.</param>
    public static PropertyName? FindName(ReadOnlySpan<byte> line)
    {
        int equals = line.IndexOf((byte)'=');
        return equals >= 0 && line.StartsWith(PropertyName.UeventPrefix) ? PropertyNames.Find(line[PropertyName.UeventPrefix.Length..equals]) : null;
    }
}
