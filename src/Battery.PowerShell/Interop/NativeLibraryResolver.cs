using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Battery.PowerShell.Interop;

/// <summary>
/// Loads libbattery for this assembly's calls. .NET calls the resolver before any probing, so a library of the same name in
/// the current directory or on a library path is never loaded; and it throws instead of letting probing continue.
/// </summary>
internal static class NativeLibraryResolver
{
    // A failure is not cached, so a library that is added later is found. If several threads load it, the handle is the same.
    private static nint s_library;

    /// <summary>Loads the library and checks its ABI. It is never unloaded, because its runtime does not support that.</summary>
    /// <exception cref="BatteryLibraryException">The library is not shipped for this process, cannot be loaded, or has another version.</exception>
    public static void EnsureLoaded()
    {
        _ = Library();
        int abi = AbiVersion();
        if (abi != NativeMethods.AbiVersion)
        {
            throw new BatteryLibraryException(
                "NativeLibraryVersionMismatch",
                $"The native library '{NativeLibraryLocator.LibraryPath}' has ABI version {abi}; "
                + $"this module needs {NativeMethods.AbiVersion}. Install the module again.");
        }
    }

    /// <summary>Registers the resolver before any other code of this assembly runs. It loads nothing. A second registration would throw.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A call of the library before the resolver is registered would probe other paths.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLibraryResolver).Assembly,
        static (name, _, _) => name == NativeMethods.Library ? Library() : 0);

    private static int AbiVersion()
    {
        try
        {
            return NativeMethods.battery_abi_version();
        }
        catch (EntryPointNotFoundException e)
        {
            throw new BatteryLibraryException(
                "NativeLibraryUnusable",
                $"The native library '{NativeLibraryLocator.LibraryPath}' is not libbattery: it does not export battery_abi_version. "
                + "Install the module again.",
                e);
        }
    }

    private static nint Library() => s_library != 0 ? s_library : s_library = Load();

    private static nint Load()
    {
        string path = NativeLibraryLocator.LibraryPath;
        if (!File.Exists(path))
        {
            string[] shipped = NativeLibraryLocator.ShippedRids();
            throw new BatteryLibraryException(
                "NativeLibraryMissing",
                $"This copy of the module Battery has no native library for {NativeLibraryLocator.Rid} (looked for '{path}'). "
                + (shipped.Length == 0 ? "It contains no native library." : $"It has those for: {string.Join(", ", shipped)}.")
                + " Install a copy of the module that has one.");
        }

        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            string message = $"The native library '{path}' cannot be loaded: {Cause(e)}. Install the module again.";
            throw new BatteryLibraryException("NativeLibraryUnusable", message, e);
        }
    }

    // The last line of the runtime's message is the cause.
    private static string Cause(Exception problem) =>
        problem.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1].TrimEnd('.');
}
