using System.Globalization;

namespace Battery.Core.MacOS.PropertyLists;

/// <summary>The text of a number, as all the forms of a property list write it.</summary>
internal static class PropertyNumber
{
    /// <summary>An integer of 64 bits, decimal or as 0x…, with a sign or as two's complement without one.</summary>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out long number)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            bool isHexadecimal = ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits);
            number = unchecked((long)bits);
            return isHexadecimal;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        bool isUnsigned = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong large);
        number = unchecked((long)large);
        return isUnsigned;
    }

    public static bool TryParseReal(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
