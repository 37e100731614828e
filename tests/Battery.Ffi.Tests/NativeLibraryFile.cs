using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The library under test: the one that the build just made.</summary>
internal static class NativeLibraryFile
{
    public static string Folder { get; } = Repository.At("artifacts", "native", typeof(NativeLibraryFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "HostRid").Value!);

    public static string FullName { get; } = Path.Combine(
        Folder,
        OperatingSystem.IsWindows() ? "battery.dll" : OperatingSystem.IsMacOS() ? "libbattery.dylib" : "libbattery.so");

    [ModuleInitializer]
    internal static void Use()
    {
        nint library = NativeLibrary.Load(FullName);
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraryFile).Assembly, (name, _, _) => name == NativeMethods.Library ? library : 0);
    }
}
