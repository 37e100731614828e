using System.Globalization;

namespace Battery.History.Reading;

/// <summary>Numbers of a report of Windows. Wrapped ones (negative where that cannot be, or close to 2^32 and 2^64) are unknown.</summary>
internal static class PowerCfgValues
{
    private const long UnknownCapacity = 0x7FFF_FFFF;
    private const int UnknownCycles = 65535;
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(400);

    /// <summary>A capacity or a charge, mWh; null where it is not known. 0 is a charge and no full capacity.</summary>
    public static double? Charge(string? text) =>
        Whole(text) is { } number and >= 0 and < UnknownCapacity ? number : null;

    /// <summary>A full or designed capacity, mWh, above 0.</summary>
    public static double? Capacity(string? text) => Charge(text) is { } capacity and > 0 ? capacity : null;

    /// <summary>Energy that was used, mWh; negative where the battery gained.</summary>
    public static double? Used(string? text) =>
        Whole(text) is { } number and > -UnknownCapacity and < UnknownCapacity ? number : null;

    /// <summary>Cycles; Windows and its drivers write 0 where they do not count.</summary>
    public static int? Cycles(string? text) =>
        Whole(text) is { } number and > 0 and < UnknownCycles ? (int)number : null;

    /// <summary>A time of 100 ns units; null where it wrapped.</summary>
    public static TimeSpan? Duration(string? text) =>
        Whole(text) is { } ticks and >= 0 && ticks <= s_longest.Ticks ? TimeSpan.FromTicks(ticks) : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out long number) ? number : null;
}
