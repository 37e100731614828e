using System.Buffers;

namespace Battery.Core.Recordings;

/// <summary>Bytes as pairs of hexadecimal digits.</summary>
internal static class HexDigits
{
    private const string Digits = "0123456789abcdef";
    private const int BitsInDigit = 4;

    /// <summary>The digits of a byte.</summary>
    public static (byte High, byte Low) Of(byte value) => ((byte)Digits[value >> BitsInDigit], (byte)Digits[value & 0xF]);

    /// <summary>The byte of a pair.</summary>
    public static bool TryDecode(byte high, byte low, out byte value)
    {
        value = 0;
        if (!char.IsAsciiHexDigit((char)high) || !char.IsAsciiHexDigit((char)low))
        {
            return false;
        }

        value = (byte)((Value(high) << BitsInDigit) | Value(low));
        return true;
    }

    /// <summary>Adds the bytes of a line; blanks and tabs between the digits are ignored.</summary>
    /// <returns>False if there is something else, or an odd number of digits.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> line, IBufferWriter<byte> bytes)
    {
        Span<byte> decoded = bytes.GetSpan((line.Length / 2) + 1);
        int count = 0, high = -1;
        foreach (byte digit in line)
        {
            if (digit is (byte)' ' or (byte)'\t')
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else if (TryDecode((byte)high, digit, out decoded[count]))
            {
                count++;
                high = -1;
            }
            else
            {
                return false;
            }
        }

        bytes.Advance(count);
        return high < 0;
    }

    private static int Value(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
