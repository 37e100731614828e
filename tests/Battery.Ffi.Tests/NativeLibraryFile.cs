using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The library under test.</summary>
internal static class NativeLibraryFile
{
    public static string Rid { get; } = Metadata("HostRid");

    /// <summary>The installed directory: lib, include, share.</summary>
    public static string Package { get; } = Repository.At("artifacts", "libbattery", Rid);

    /// <summary>The symbols that were stripped from the library.</summary>
    public static string Symbols { get; } =
        Repository.At("src", "Battery.Ffi", "bin", Metadata("Configuration"), "net10.0", Rid, "native", "Battery.Ffi.so.dbg");

    public static string Folder { get; } = Path.Combine(Package, "lib");

    public static string Include { get; } = Path.Combine(Package, "include");

    public static string FullName { get; } = Path.Combine(
        Folder,
        OperatingSystem.IsWindows() ? "battery.dll" : OperatingSystem.IsMacOS() ? "libbattery.dylib" : "libbattery.so");

    /// <summary>What the build wrote into this assembly.</summary>
    public static string Metadata(string key) => BuildMetadata.Of(typeof(NativeLibraryFile), key);

    [ModuleInitializer]
    internal static void Use()
    {
        nint library = NativeLibrary.Load(FullName);
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraryFile).Assembly, (name, _, _) => name == NativeMethods.Library ? library : 0);
    }
}
