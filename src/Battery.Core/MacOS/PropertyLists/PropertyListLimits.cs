using Battery.Core.Model;

namespace Battery.Core.MacOS.PropertyLists;

/// <summary>What a property list from outside may be, so that a hostile one can neither crash nor hang.</summary>
internal static class PropertyListLimits
{
    /// <summary>Bytes. The whole registry of a Mac, as <c>ioreg -al</c> prints it, is some 20 MB.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>How deep values nest: two levels for each level of the registry, which has some twenty. A caller's thread may have a small stack.</summary>
    public const int MaxDepth = 128;

    public static BatteryException TooDeep(int line) =>
        new(BatteryError.InvalidArgument, $"line {line} nests values more than {MaxDepth} deep, which no registry does");
}
