using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Ffi.Exports;

/// <summary>What callers pass by address.</summary>
internal static unsafe class Argument
{
    // No system maps anything there for a program; a small number is taken for an address by mistake.
    private const nuint FirstAddress = 0x10000;

    // Longer than a path may be on any system.
    private const int MaxPath = 1 << 17;

    /// <summary>Whether an address can be one; only what lies below all memory is seen here.</summary>
    public static bool IsAddress(void* address) => (nuint)address >= FirstAddress;

    /// <summary>A path, null where it is NULL.</summary>
    /// <param name="path">UTF-8 that ends in NUL.</param>
    /// <param name="name">What the argument is called.</param>
    /// <exception cref="BatteryException">It is no path.</exception>
    public static string? Path(byte* path, string name)
    {
        if (path is null)
        {
            return null;
        }

        if (!IsAddress(path))
        {
            throw new BatteryException(BatteryError.InvalidArgument, $"{name} is not the address of a text");
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
