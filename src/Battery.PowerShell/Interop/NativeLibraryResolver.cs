using System.Reflection;
using System.Runtime.InteropServices;

namespace Battery.PowerShell.Interop;

/// <summary>
/// Loads libbattery for this assembly's calls. The resolver is asked before any probing, so a library of the same name in
/// the current directory or on a library path is never taken; and it throws rather than let probing go on.
/// </summary>
internal static class NativeLibraryResolver
{
    private static readonly Lazy<nint> s_library = new(Load);

    /// <summary>Loads the library and checks its ABI, once a process. It is never unloaded: it holds a runtime that cannot be.</summary>
    /// <exception cref="NativeLibraryException">The library is not shipped for this process, cannot be loaded, or is of another version.</exception>
    public static void EnsureLoaded() => _ = s_library.Value;

    private static nint Load()
    {
        string path = NativeLibraryLocator.LibraryPath;
        if (!File.Exists(path))
        {
            string[] shipped = NativeLibraryLocator.ShippedRids();
            throw new NativeLibraryException(
                "NativeLibraryMissing",
                $"This copy of the module Battery has no native library for {NativeLibraryLocator.Rid} (looked for '{path}'). "
                + (shipped.Length == 0 ? "It has none at all." : $"It has those for: {string.Join(", ", shipped)}."));
        }

        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new NativeLibraryException("NativeLibraryUnusable", $"The native library '{path}' cannot be loaded: {e.Message}", e);
        }

        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == NativeMethods.Library ? handle : 0);
        int abi = NativeMethods.battery_abi_version();
        return abi == NativeMethods.AbiVersion
            ? handle
            : throw new NativeLibraryException(
                "NativeLibraryVersionMismatch",
                $"The native library '{path}' has ABI version {abi}; this module needs {NativeMethods.AbiVersion}. Install the module anew.");
    }
}
