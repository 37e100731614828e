using System.Runtime.InteropServices;

namespace Battery.PowerShell.Interop;

/// <summary>The path of the native library: in the module's own folder, for the process's runtime identifier, and nowhere else.</summary>
internal static class NativeLibraryLocator
{
    // On Linux, Windows, macOS. It is declared first because the properties below use it.
    private static readonly string[] s_fileNames = ["libbattery.so", "battery.dll", "libbattery.dylib"];

    /// <summary>The runtime identifier of this process, for example linux-x64, linux-musl-arm64, win-x64, osx-arm64.</summary>
    public static string Rid { get; } = $"{SystemName()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The folder that contains a folder for each runtime identifier.</summary>
    public static string RuntimesFolder { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(NativeLibraryLocator).Assembly.Location)!, "runtimes");

    /// <summary>The library's absolute path.</summary>
    public static string LibraryPath { get; } = Path.Combine(RuntimesFolder, Rid, "native", FileName());

    /// <summary>The runtime identifiers that the module ships a library for.</summary>
    public static string[] ShippedRids() => Directory.Exists(RuntimesFolder)
        ? [.. Directory.EnumerateDirectories(RuntimesFolder)
            .Where(ContainsLibrary)
            .Select(static folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)]
        : [];

    private static bool ContainsLibrary(string folder)
    {
        string native = Path.Combine(folder, "native");
        return Directory.Exists(native) && s_fileNames.Any(name => File.Exists(Path.Combine(native, name)));
    }

    private static string SystemName() =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier is var identifier && identifier.StartsWith("linux-musl-", StringComparison.Ordinal) ? "linux-musl"
        : identifier.StartsWith("linux-", StringComparison.Ordinal) || !RunsOnMusl() ? "linux"
        : "linux-musl";

    // Microsoft's builds of .NET have the identifier of their C library. A distribution's own build names the distribution
    // instead ('alpine.3.22-x64'); only then is the list of mapped files read, which takes a millisecond.
    private static bool RunsOnMusl()
    {
        try
        {
            return File.ReadLines("/proc/self/maps").Any(static line => line.Contains("/ld-musl-", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without /proc the identifier decides.
            return false;
        }
    }

    private static string FileName() => s_fileNames[OperatingSystem.IsWindows() ? 1 : OperatingSystem.IsMacOS() ? 2 : 0];
}
