using System.Buffers;
using System.Text;

namespace Battery.Core.Recordings;

/// <summary>
/// Bytes as lines of printable ASCII: other bytes are <c>\xNN</c>, a backslash is <c>\\</c>. Each line includes its line feed;
/// a line that ends in a single backslash has none.
/// </summary>
internal static class EscapedText
{
    private const byte Escape = (byte)'\\';
    private const int EscapeLength = 4;

    // A line of an e-mail may have 998 characters (RFC 5322).
    private const int LongestLine = 990;

    /// <summary>Encodes bytes as lines.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="indent">What each line begins with.</param>
    /// <param name="output">Where the lines are written.</param>
    public static void Encode(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> indent, IBufferWriter<byte> output)
    {
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (length == 0)
            {
                output.Write(indent);
            }

            bool isEndOfLine = bytes[i] == (byte)'\n';
            length += isEndOfLine ? 1 : Append(output, bytes[i]);
            if (isEndOfLine)
            {
                output.Write("\n"u8);
                length = 0;
            }
            else if (i + 1 == bytes.Length || length >= LongestLine)
            {
                output.Write("\\\n"u8);
                length = 0;
            }
        }
    }

    /// <summary>Encodes a string as one word of a line.</summary>
    public static void EncodeWord(string text, IBufferWriter<byte> output)
    {
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            if (value == (byte)' ')
            {
                output.Write("\\x20"u8);
            }
            else
            {
                Append(output, value);
            }
        }
    }

    /// <summary>Decodes a line and appends its bytes.</summary>
    /// <returns>False for an invalid escape.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> line, IBufferWriter<byte> bytes) =>
        TryUnescape(line, bytes, out bool isContinued) && (isContinued || AddLineFeed(bytes));

    /// <summary>Decodes a word.</summary>
    public static bool TryDecodeWord(ReadOnlySpan<byte> word, out string text)
    {
        var bytes = new ArrayBufferWriter<byte>(word.Length + 1);
        bool isValid = TryUnescape(word, bytes, out bool isContinued) && !isContinued;
        text = isValid ? Encoding.UTF8.GetString(bytes.WrittenSpan) : string.Empty;
        return isValid;
    }

    private static bool TryUnescape(ReadOnlySpan<byte> text, IBufferWriter<byte> bytes, out bool isContinued)
    {
        Span<byte> decoded = bytes.GetSpan(text.Length + 1);
        int count = 0;
        isContinued = false;
        for (int i = 0; i < text.Length; count++)
        {
            ReadOnlySpan<byte> rest = text[i..];
            if (rest[0] != Escape)
            {
                decoded[count] = rest[0];
                i++;
            }
            else if (rest.Length == 1)
            {
                isContinued = true;
                break;
            }
            else if (rest[1] == Escape)
            {
                decoded[count] = Escape;
                i += 2;
            }
            else if (rest.Length >= EscapeLength && rest[1] == (byte)'x' && HexDigits.TryDecode(rest[2], rest[3], out decoded[count]))
            {
                i += EscapeLength;
            }
            else
            {
                return false;
            }
        }

        bytes.Advance(count);
        return true;
    }

    private static bool AddLineFeed(IBufferWriter<byte> bytes)
    {
        bytes.Write("\n"u8);
        return true;
    }

    // Returns how many characters it takes.
    private static int Append(IBufferWriter<byte> output, byte value)
    {
        if (value == Escape)
        {
            output.Write("\\\\"u8);
            return 2;
        }

        if (value is >= 0x20 and < 0x7F)
        {
            output.Write([value]);
            return 1;
        }

        (byte high, byte low) = HexDigits.Of(value);
        output.Write([Escape, (byte)'x', high, low]);
        return EscapeLength;
    }
}
