using Battery.Core.Windows.Native;

namespace Battery.Core.Sources;

/// <summary>
/// The time of day. On Windows the runtime's own asks the system for leap seconds by a function that is not linked into the
/// library, and fails.
/// </summary>
internal static class SystemClock
{
    // DateTime.UnixEpoch would ask for leap seconds, too.
    private const long UnixEpochTicks = 621_355_968_000_000_000;

    /// <summary>The time of day, in seconds since 1970 (UTC).</summary>
    public static double UnixTime => (Ticks - UnixEpochTicks) / (double)TimeSpan.TicksPerSecond;

    /// <summary>The time of day (UTC).</summary>
    public static DateTime UtcNow => new(Ticks, DateTimeKind.Utc);

    private static long Ticks => OperatingSystem.IsWindows() ? Kernel32.UtcTicks() : DateTime.UtcNow.Ticks;
}
