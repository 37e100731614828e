using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Battery.Ffi.Exports;

/// <summary>Which library this is: constants of the library's file, which need no guard.</summary>
public static unsafe class LibraryExports
{
    /// <summary>The version of the C ABI; a program made for another one must not go on.</summary>
    public const int AbiVersion = LibraryVersion.Abi;

    /// <summary>The library's version, as 1.2.3.</summary>
    /// <returns>A text that the library keeps: do not free it.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_version")]
    [return: Declaration.Const]
    public static byte* Version() => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(LibraryVersion.Text));

    /// <summary>The version of the C ABI: it grows when a program compiled against an older header would no longer work.</summary>
    /// <returns>Equal to <c>BATTERY_ABI_VERSION</c> of the header that fits the library.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_abi_version")]
    public static int Abi() => AbiVersion;
}
