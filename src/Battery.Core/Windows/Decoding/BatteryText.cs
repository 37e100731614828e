using System.Runtime.InteropServices;
using System.Text.Unicode;
using Battery.Core.Raw;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// A name or serial number: UTF-16, of at most MAX_BATTERY_STRING_SIZE (128) units. Microsoft's page says that it ends in
/// NUL; some drivers return no NUL, or more characters after it, which <see cref="RawText"/> removes.
/// </summary>
internal static class BatteryText
{
    /// <summary>The maximum size of the output buffer.</summary>
    public const int MaxSize = 128 * sizeof(char);

    // The maximum size of a UTF-16 unit in UTF-8.
    private const int MaxUtf8Bytes = 128 * 3;

    /// <summary>Decodes an output buffer; half a unit at the end is ignored.</summary>
    public static void Decode(ReadOnlySpan<byte> response, RawText text)
    {
        ReadOnlySpan<char> units = MemoryMarshal.Cast<byte, char>(response[..Math.Min(response.Length, MaxSize)]);
        Span<byte> bytes = stackalloc byte[MaxUtf8Bytes];
        Utf8.FromUtf16(units, bytes, out _, out int length, replaceInvalidSequences: true);
        text.Set(bytes[..length]);
    }
}
