using System.Buffers.Text;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>Parses the text of one property, from its file or from uevent.</summary>
internal static class PropertyParser
{
    /// <summary>Parses a property into a reading.</summary>
    public static void Parse(SupplyProperty property, ReadOnlySpan<byte> text, RawReading reading)
    {
        if (RawReading.IsText(property))
        {
            reading.Text(property).Set(text);
            return;
        }

        text = Trim(text);
        if (property == SupplyProperty.AvailableChargeTypes)
        {
            ChargeControlParser.ParseChargeTypes(text, reading);
            return;
        }

        reading[property] = property switch
        {
            SupplyProperty.Type => SysfsEnumParser.Type(text),
            SupplyProperty.Scope => SysfsEnumParser.Scope(text),
            SupplyProperty.Status => SysfsEnumParser.Status(text),
            SupplyProperty.Technology => TechnologyParser.Technology(text),
            SupplyProperty.CapacityLevel => SysfsEnumParser.CapacityLevel(text),
            SupplyProperty.UsbType => SysfsEnumParser.UsbType(text),
            SupplyProperty.ChargeType => ChargeControlParser.ChargeType(text),
            SupplyProperty.ChargeBehavior => ChargeControlParser.ChargeBehavior(text),
            SupplyProperty.Condition => SysfsEnumParser.Condition(text),
            SupplyProperty.Temperature => HundredthsOfTenths(Number(text)),
            _ => Number(text),
        };
    }

    private static RawValue Number(ReadOnlySpan<byte> text)
    {
        bool isNumber = Utf8Parser.TryParse(text, out long number, out int used) && used == text.Length;
        return isNumber ? RawValue.Known(number) : RawValue.Unknown(text.IsEmpty ? ValueQuality.ReportedUnknown : ValueQuality.Malformed);
    }

    // A number that would overflow is implausible with and without the factor.
    private static RawValue HundredthsOfTenths(RawValue tenths) =>
        tenths.Number is > long.MinValue / 10 and < long.MaxValue / 10 ? tenths with { Number = tenths.Number * 10 } : tenths;

    // Spaces, line ends, NULs and other control characters. Faster than trimming a set of characters.
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
