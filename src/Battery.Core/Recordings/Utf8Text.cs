using System.Text;

namespace Battery.Core.Recordings;

/// <summary>Text of a file as people's tools write it: Windows PowerShell redirects as UTF-16, and some editors begin UTF-8 with a mark.</summary>
internal static class Utf8Text
{
    private const int MarkLength = 2;

    /// <summary>The text in UTF-8, without a byte order mark. Only UTF-16 is copied.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => rest,
        [0xFF, 0xFE, .. var rest] => Convert(Encoding.Unicode, rest),
        [0xFE, 0xFF, .. var rest] => Convert(Encoding.BigEndianUnicode, rest),
        _ => file,
    };

    // Half a character at the end, as of a file that was cut, is left out.
    private static byte[] Convert(Encoding encoding, ReadOnlySpan<byte> text) =>
        Encoding.UTF8.GetBytes(encoding.GetString(text[..(text.Length / MarkLength * MarkLength)]));
}
