using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Battery.Ffi.Declaration;

namespace Battery.Ffi.Exports;

/// <summary>The versions of the loaded library.</summary>
/// <remarks>Without a guard: constant data, which is valid also in a process in which the library refuses to work.</remarks>
[Section(10, "Versions")]
[Since("0.1.0")]
public static unsafe class LibraryExports
{
    /// <summary>The version of the C ABI.</summary>
    public const int AbiVersion = LibraryVersion.Abi;

    /// <summary>The version of the library, for example 1.2.3.</summary>
    public const string VersionText = LibraryVersion.Text;

    /// <summary>The version of the library, for example 1.2.3.</summary>
    /// <returns>A string that the library owns: do not free it.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_version")]
    [return: Declaration.Const]
    public static byte* Version() => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(LibraryVersion.Utf8));

    /// <summary>The version of the C ABI. It is raised when a program compiled against an older header would no longer work.</summary>
    /// <returns>The same number as <c>BATTERY_ABI_VERSION</c> of a header that fits the library.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_abi_version")]
    public static int Abi() => AbiVersion;
}
