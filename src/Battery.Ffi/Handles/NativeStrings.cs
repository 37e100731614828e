using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Battery.Ffi.Handles;

/// <summary>The strings that callers hold, on the C heap. All are registered, so that freeing any other pointer is refused.</summary>
internal static unsafe class NativeStrings
{
    private static readonly HashSet<nint> s_live = [];
    private static readonly Lock s_gate = new();

    /// <summary>Copies a string to the C heap, as NUL-terminated UTF-8.</summary>
    public static byte* Allocate(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        lock (s_gate)
        {
            // Before the copy, so that a failed allocation leaks nothing.
            s_live.EnsureCapacity(s_live.Count + 1);
            byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
            Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
            copy[length] = 0;
            s_live.Add((nint)copy);
            return copy;
        }
    }

    /// <summary>Frees a string.</summary>
    /// <returns>False if the pointer is not a string of the library, or was already freed.</returns>
    public static bool Free(byte* text)
    {
        lock (s_gate)
        {
            if (!s_live.Remove((nint)text))
            {
                return false;
            }
        }

        NativeMemory.Free(text);
        return true;
    }

    /// <summary>Writes a string as NUL-terminated UTF-8, truncated between two characters if the buffer is too small.</summary>
    /// <returns>The length of the whole string, without the NUL.</returns>
    public static int Write(string text, Span<byte> buffer)
    {
        if (!buffer.IsEmpty)
        {
            Utf8.FromUtf16(text, buffer[..^1], out _, out int written);
            buffer[written] = 0;
        }

        return Encoding.UTF8.GetByteCount(text);
    }
}
