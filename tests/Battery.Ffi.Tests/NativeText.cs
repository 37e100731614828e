using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.Ffi.Tests;

/// <summary>Reads and frees strings of the library.</summary>
internal static unsafe class NativeText
{
    public static string? Take(nint text)
    {
        string? copy = Marshal.PtrToStringUTF8(text);
        NativeMethods.battery_str_free((byte*)text);
        return copy;
    }

    public static string? Name(nint battery) => Take(NativeMethods.battery_get_name(battery));
}
