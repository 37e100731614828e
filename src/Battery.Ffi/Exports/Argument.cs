using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Ffi.Exports;

/// <summary>Checks what callers pass by address.</summary>
internal static unsafe class Argument
{
    // No system maps memory below this for a program; a smaller number was passed by mistake.
    private const nuint FirstAddress = 0x10000;

    // Longer than a path may be on any system.
    private const int MaxPath = 1 << 17;

    /// <summary>Whether a number can be an address; only addresses below all mapped memory are detected.</summary>
    public static bool IsAddress(void* address) => (nuint)address >= FirstAddress;

    /// <summary>The message for a number that is no member of an enumeration.</summary>
    public static string NoMember(string enumeration, int number) => $"{number} is not a {enumeration}; give one that battery.h lists";

    /// <summary>Reads a path; null for NULL.</summary>
    /// <param name="path">UTF-8 that ends in NUL.</param>
    /// <param name="name">The name of the argument.</param>
    /// <exception cref="BatteryException">The path is empty, too long, or not an address.</exception>
    public static string? Path(byte* path, string name)
    {
        if (path is null)
        {
            return null;
        }

        if (!IsAddress(path))
        {
            throw new BatteryException(BatteryError.InvalidArgument, $"{name} is not the address of a string");
        }

        int length = 0;
        while (path[length] != 0)
        {
            if (++length > MaxPath)
            {
                throw new BatteryException(BatteryError.InvalidArgument, $"{name} is longer than any path; end it with NUL");
            }
        }

        return length > 0
            ? Marshal.PtrToStringUTF8((nint)path, length)
            : throw new BatteryException(BatteryError.InvalidArgument, $"{name} is empty; give a path, or NULL for none");
    }
}
