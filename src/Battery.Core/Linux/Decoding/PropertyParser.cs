using System.Buffers.Text;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>The text of one property, as it stands in its file or behind its key in uevent.</summary>
internal static class PropertyParser
{
    /// <summary>Puts a property's text into a reading.</summary>
    public static void Parse(SupplyProperty property, ReadOnlySpan<byte> text, RawReading reading)
    {
        if (RawReading.IsText(property))
        {
            reading.Text(property).Set(text);
            return;
        }

        text = Trim(text);
        reading[property] = property switch
        {
            SupplyProperty.Type => SysfsEnumParser.Type(text),
            SupplyProperty.Scope => SysfsEnumParser.Scope(text),
            SupplyProperty.Status => SysfsEnumParser.Status(text),
            SupplyProperty.Technology => TechnologyParser.Technology(text),
            SupplyProperty.CapacityLevel => SysfsEnumParser.CapacityLevel(text),
            SupplyProperty.Temperature => HundredthsOfTenths(Number(text)),
            _ => Number(text),
        };
    }

    private static RawValue Number(ReadOnlySpan<byte> text)
    {
        bool isNumber = Utf8Parser.TryParse(text, out long number, out int used) && used == text.Length;
        return isNumber ? RawValue.Known(number) : RawValue.Unknown(text.IsEmpty ? ValueQuality.ReportedUnknown : ValueQuality.Malformed);
    }

    // A number that would overflow is far outside what the rule allows, with or without the factor.
    private static RawValue HundredthsOfTenths(RawValue tenths) =>
        tenths.Number is > long.MinValue / 10 and < long.MaxValue / 10 ? tenths with { Number = tenths.Number * 10 } : tenths;

    // Blanks, line ends and NULs, and whatever else is no character: a set of them to look through costs more than the number.
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && text[start] <= (byte)' ')
        {
            start++;
        }

        while (start < end && text[end - 1] <= (byte)' ')
        {
            end--;
        }

        return text[start..end];
    }
}
