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

    /// <summary>Copies a path for the library, which would end it at a NUL; 0 for null. Marshal.FreeCoTaskMem frees the copy.</summary>
    /// <exception cref="BatteryException">There is a NUL in the path.</exception>
    public static nint FromPath(string? path) => path?.Contains('\0', StringComparison.Ordinal) == true
        ? throw new BatteryException(BatteryError.InvalidArgument, $"the path '{path.Replace("\0", "\\0", StringComparison.Ordinal)}' has a NUL")
        : Marshal.StringToCoTaskMemUTF8(path);

    /// <summary>The loaded library's version.</summary>
    public static string LibraryVersion => Marshal.PtrToStringUTF8(NativeMethods.battery_version()) ?? string.Empty;
}
