using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Ffi.Exports;

/// <summary>Which library this is.</summary>
public static unsafe class LibraryExports
{
    /// <summary>The version of the C ABI; a program made for another one must not go on.</summary>
    public const int AbiVersion = LibraryVersion.Abi;

    // Never freed: the caller may keep it as long as the library is loaded.
    private static readonly byte* s_version = Permanent(LibraryVersion.Text);

    /// <summary>The library's version, as 1.2.3.</summary>
    /// <returns>A text that the library keeps: do not free it.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_version")]
    [return: Declaration.Const]
    public static byte* Version() => s_version;

    /// <summary>The version of the C ABI: it grows when a program compiled against an older header would no longer work.</summary>
    /// <returns>Equal to <c>BATTERY_ABI_VERSION</c> of the header that fits the library.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_abi_version")]
    public static int Abi() => AbiVersion;

    private static byte* Permanent(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        byte* copy = (byte*)NativeMemory.AllocZeroed((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        return copy;
    }
}
