namespace Battery.Core.MacOS.Dumps;

/// <summary>Parses an integer, in all formats of a property list.</summary>
internal static class PropertyNumber
{
    /// <summary>
    /// Reads an integer of 64 bits, decimal or as 0x…. One above 2^63 is the negative number that it is in two's complement:
    /// the registry stores 64 bits without a sign, and <c>ioreg</c> prints -1219 mA as 18446744073709550397.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        bool isNegative = text.StartsWith('-');
        text = isNegative || text.StartsWith('+') ? text[1..] : text;
        bool isHexadecimal = text.StartsWith("0x");
        text = isHexadecimal ? text[2..] : text;
        uint radix = isHexadecimal ? 16u : 10u;
        ulong bits = 0;
        foreach (char c in text)
        {
            uint digit = Digit(c);
            if (digit >= radix || bits > (ulong.MaxValue - digit) / radix)
            {
                return false;
            }

            bits = (bits * radix) + digit;
        }

        number = unchecked(isNegative ? -(long)bits : (long)bits);
        return text.Length > 0 && (!isNegative || bits <= 1UL << 63);
    }

    private static uint Digit(char c) =>
        char.IsAsciiDigit(c) ? (uint)(c - '0')
        : char.IsAsciiHexDigit(c) ? (uint)((c | 0x20) - 'a' + 10)
        : uint.MaxValue;
}
