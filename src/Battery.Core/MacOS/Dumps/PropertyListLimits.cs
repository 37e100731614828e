using Battery.Core.Model;

namespace Battery.Core.MacOS.Dumps;

/// <summary>Limits of a property list from a file, so that a malicious one can neither crash nor hang the process.</summary>
internal static class PropertyListLimits
{
    /// <summary>The nesting depth: two levels for each level of the registry, which has about 20. The calling thread may have a small stack.</summary>
    public const int MaxDepth = 128;

    public static BatteryException TooDeep(int line) =>
        new(BatteryError.InvalidData, $"line {line} nests values more than {MaxDepth} deep, which no registry does");
}
