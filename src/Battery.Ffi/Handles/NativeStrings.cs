using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Ffi.Handles;

/// <summary>The texts that callers hold, each on the C heap. The library knows them all, so that freeing anything else is refused.</summary>
internal static unsafe class NativeStrings
{
    private static readonly HashSet<nint> s_live = [];
    private static readonly Lock s_gate = new();

    /// <summary>Copies a text to the C heap, as UTF-8 that ends in NUL.</summary>
    public static byte* Allocate(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        lock (s_gate)
        {
            // First, so that a copy is never left over.
            s_live.EnsureCapacity(s_live.Count + 1);
            byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
            Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
            copy[length] = 0;
            s_live.Add((nint)copy);
            return copy;
        }
    }

    /// <summary>Frees a text.</summary>
    /// <returns>False when it is none of ours, or was freed before.</returns>
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
}
