using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;

namespace Battery;

/// <summary>The file name of the library differs on Windows; the rest of the search is the runtime's.</summary>
internal static class NativeLibraryName
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A call of the library before the resolver is registered would not find it on Windows.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLibraryName).Assembly,
        static (name, assembly, path) =>
            name == NativeMethods.Library && OperatingSystem.IsWindows() ? NativeLibrary.Load("battery", assembly, path) : 0);
}
