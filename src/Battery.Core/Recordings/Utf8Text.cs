using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Core.Recordings;

/// <summary>Decodes files as people's tools write them: Windows PowerShell redirects as UTF-16, and some editors begin UTF-8 with a byte order mark.</summary>
/// <remarks>Not by the framework's UTF-16 encodings, which would make the library larger by 8 KB.</remarks>
internal static class Utf8Text
{
    private const int BitsInByte = 8;

    /// <summary>The text in UTF-8, without a byte order mark. Only UTF-16 is copied.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => rest,
        [0xFF, 0xFE, .. var rest] => FromUtf16(rest, isSwapped: !BitConverter.IsLittleEndian),
        [0xFE, 0xFF, .. var rest] => FromUtf16(rest, isSwapped: BitConverter.IsLittleEndian),
        _ => file,
    };

    // Half a unit at the end, as of a truncated file, is ignored.
    private static byte[] FromUtf16(ReadOnlySpan<byte> text, bool isSwapped)
    {
        char[] units = MemoryMarshal.Cast<byte, char>(text).ToArray();
        for (int i = 0; isSwapped && i < units.Length; i++)
        {
            units[i] = (char)((units[i] << BitsInByte) | (units[i] >> BitsInByte));
        }

        return Encoding.UTF8.GetBytes(units);
    }
}
