using Battery.Tests.Shared;

namespace Battery.Benchmarks;

/// <summary>Paths of the build's output.</summary>
internal static class Build
{
    /// <summary>The package of the library for this machine.</summary>
    public static string Package { get; } = Repository.At("artifacts", "libbattery", Metadata("HostRid"));

    /// <summary>The library's file.</summary>
    public static string Library { get; } = Path.Combine(Package, "lib", "libbattery.so");

    /// <summary>The module's manifest.</summary>
    public static string Module { get; } = Repository.At("artifacts", "module", "Battery", "Battery.psd1");

    /// <summary>The empty module's manifest.</summary>
    public static string EmptyModule { get; } = OfEmptyModule("EmptyModule.psd1");

    /// <summary>The manifest of an empty module with minimal view and type data.</summary>
    public static string EmptyModuleWithViews { get; } = OfEmptyModule("WithViews.psd1");

    private static string OfEmptyModule(string manifest) =>
        Repository.At("tests", "Battery.Benchmarks", "EmptyModule", "bin", Metadata("Configuration"), "net8.0", manifest);

    private static string Metadata(string key) => BuildMetadata.Of(typeof(Build), key);
}
