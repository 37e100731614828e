using System.Runtime.InteropServices;
using System.Text.Unicode;
using Battery.Core.Raw;

namespace Battery.Core.Windows.Decoding;

/// <summary>
/// A name or serial number: UTF-16, of at most MAX_BATTERY_STRING_SIZE (128) units. Microsoft's page says that it ends in
/// NUL; drivers give texts without one, and texts with more behind it, which <see cref="RawText"/> cuts at the first.
/// </summary>
internal static class BatteryText
{
    /// <summary>The most bytes of an answer.</summary>
    public const int MaxSize = 128 * sizeof(char);

    // The most that UTF-8 needs for a unit of UTF-16.
    private const int MaxUtf8Bytes = 128 * 3;

    /// <summary>Puts the answer into a text; half a unit at the end is left out.</summary>
    public static void Decode(ReadOnlySpan<byte> answer, RawText text)
    {
        ReadOnlySpan<char> units = MemoryMarshal.Cast<byte, char>(answer[..Math.Min(answer.Length, MaxSize)]);
        Span<byte> bytes = stackalloc byte[MaxUtf8Bytes];
        Utf8.FromUtf16(units, bytes, out _, out int length, replaceInvalidSequences: true);
        text.Set(bytes[..length]);
    }
}
