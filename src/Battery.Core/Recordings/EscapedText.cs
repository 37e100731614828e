using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Core.Recordings;

/// <summary>
/// Bytes as lines of printable ASCII: other bytes are <c>\xNN</c>, a backslash is
/// <c>\\</c>. Each line includes its line feed; a last line without one ends in a single backslash.
/// </summary>
internal static class EscapedText
{
    private const char Escape = '\\';
    private const string HexDigits = "0123456789abcdef";

    /// <summary>Encodes bytes as lines.</summary>
    public static IEnumerable<string> Encode(byte[] bytes)
    {
        var line = new StringBuilder();
        foreach (byte value in bytes)
        {
            if (value == (byte)'\n')
            {
                yield return line.ToString();
                line.Clear();
            }
            else
            {
                Append(line, value);
            }
        }

        if (line.Length > 0)
        {
            yield return line.Append(Escape).ToString();
        }
    }

    /// <summary>Encodes a string as one word of a line.</summary>
    public static string EncodeWord(string text)
    {
        var word = new StringBuilder();
        foreach (byte value in Encoding.UTF8.GetBytes(text))
        {
            Append(word, value);
        }

        return word.Replace(" ", "\\x20").ToString();
    }

    /// <summary>Decodes a line and appends its bytes.</summary>
    /// <returns>False for an invalid escape.</returns>
    public static bool TryDecode(ReadOnlySpan<char> line, List<byte> bytes)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != Escape)
            {
                bytes.Add((byte)line[i]);
            }
            else if (i + 1 == line.Length)
            {
                return true;
            }
            else if (line[i + 1] == Escape)
            {
                bytes.Add((byte)Escape);
                i++;
            }
            else if (line[i + 1] == 'x' && i + 3 < line.Length
                && byte.TryParse(line.Slice(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                bytes.Add(value);
                i += 3;
            }
            else
            {
                return false;
            }
        }

        bytes.Add((byte)'\n');
        return true;
    }

    /// <summary>Decodes a word.</summary>
    public static bool TryDecodeWord(ReadOnlySpan<char> word, out string text)
    {
        var bytes = new List<byte>();
        bool isValid = TryDecode(word, bytes) && bytes.Count > 0 && bytes[^1] == (byte)'\n';
        text = isValid ? Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes)[..^1]) : string.Empty;
        return isValid;
    }

    private static void Append(StringBuilder line, byte value)
    {
        if (value == (byte)Escape)
        {
            line.Append(Escape).Append(Escape);
        }
        else if (value is >= 0x20 and < 0x7F)
        {
            line.Append((char)value);
        }
        else
        {
            line.Append(Escape).Append('x').Append(HexDigits[value >> 4]).Append(HexDigits[value & 0xF]);
        }
    }
}
