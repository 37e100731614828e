using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery.PowerShell.Library;

/// <summary>Strings that the library allocates.</summary>
internal static unsafe class NativeText
{
    /// <summary>Copies a string and frees it; null for NULL.</summary>
    public static string? Take(nint text)
    {
        string? copy = Marshal.PtrToStringUTF8(text);
        NativeMethods.battery_str_free((byte*)text);
        return copy;
    }

    /// <summary>The loaded library's version.</summary>
    public static string LibraryVersion => Marshal.PtrToStringUTF8(NativeMethods.battery_version()) ?? string.Empty;
}
