using Battery.Tests.Shared;

namespace Battery.Benchmarks;

/// <summary>The recorded machines that are read here.</summary>
internal static class Machines
{
    /// <summary>A machine of one battery, whose uevent has all values.</summary>
    public static string UeventTellsAll { get; } = Root("surface-pro-4");

    /// <summary>A machine of two batteries, whose charge thresholds are separate files.</summary>
    public static string WithThresholds { get; } = Root("thinkpad-t480-dual");

    /// <summary>A file of a supply.</summary>
    public static string FileOf(string root, string supply, string file) => Path.Combine(root, "class", "power_supply", supply, file);

    private static string Root(string name) => Repository.At("tests", "fixtures", "linux", name, "sys");
}
