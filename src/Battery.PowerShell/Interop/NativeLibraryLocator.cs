using System.Runtime.InteropServices;

namespace Battery.PowerShell.Interop;

/// <summary>Where this process's native library lies: in the module's own folder, for the process's runtime identifier, and nowhere else.</summary>
internal static class NativeLibraryLocator
{
    /// <summary>The runtime identifier of this process, as linux-x64, linux-musl-arm64, win-x64, osx-arm64.</summary>
    public static string Rid { get; } = $"{SystemName()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The folder that holds a folder for each runtime identifier.</summary>
    public static string RuntimesFolder { get; } =
        Path.Combine(Path.GetDirectoryName(typeof(NativeLibraryLocator).Assembly.Location)!, "runtimes");

    /// <summary>The library's absolute path.</summary>
    public static string LibraryPath { get; } = Path.Combine(RuntimesFolder, Rid, "native", FileName());

    /// <summary>The runtime identifiers that the module ships.</summary>
    public static string[] ShippedRids() => Directory.Exists(RuntimesFolder)
        ? [.. Directory.EnumerateDirectories(RuntimesFolder).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    private static string SystemName() =>
        OperatingSystem.IsWindows() ? "win"
        : OperatingSystem.IsMacOS() ? "osx"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
        : "linux";

    private static string FileName() =>
        OperatingSystem.IsWindows() ? "battery.dll" : OperatingSystem.IsMacOS() ? "libbattery.dylib" : "libbattery.so";
}
