using System.Globalization;

namespace Battery.History.Reading;

/// <summary>Parses numbers of a report of Windows. Numbers that have overflowed (negative, or close to 2^32 or 2^64) are unknown.</summary>
internal static class PowerCfgValues
{
    private const long UnknownCapacity = 0x7FFF_FFFF;
    private const int UnknownCycles = 65535;
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(400);

    /// <summary>A capacity or a charge, mWh; null if it is not known. 0 is a valid charge, but not a valid full capacity.</summary>
    public static double? Charge(string? text) =>
        Whole(text) is { } number and >= 0 and < UnknownCapacity ? number : null;

    /// <summary>A full or designed capacity, mWh, above 0.</summary>
    public static double? Capacity(string? text) => Charge(text) is { } capacity and > 0 ? capacity : null;

    /// <summary>Energy that was used, mWh; negative if the battery gained energy.</summary>
    public static double? Used(string? text) =>
        Whole(text) is { } number and > -UnknownCapacity and < UnknownCapacity ? number : null;

    /// <summary>Cycles; Windows and its drivers report 0 if they do not count.</summary>
    public static int? Cycles(string? text) =>
        Whole(text) is { } number and > 0 and < UnknownCycles ? (int)number : null;

    /// <summary>A duration in units of 100 ns; null if it has overflowed.</summary>
    public static TimeSpan? Duration(string? text) =>
        Whole(text) is { } ticks and >= 0 && ticks <= s_longest.Ticks ? TimeSpan.FromTicks(ticks) : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out long number) ? number : null;
}
