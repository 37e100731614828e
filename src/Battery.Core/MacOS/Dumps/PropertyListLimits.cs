using Battery.Core.Model;

namespace Battery.Core.MacOS.Dumps;

/// <summary>What a property list from outside may be, so that a hostile one can neither crash nor hang.</summary>
internal static class PropertyListLimits
{
    /// <summary>How deep values nest: two levels for each level of the registry, which has some twenty. A caller's thread may have a small stack.</summary>
    public const int MaxDepth = 128;

    public static BatteryException TooDeep(int line) =>
        new(BatteryError.InvalidData, $"line {line} nests values more than {MaxDepth} deep, which no registry does");
}
