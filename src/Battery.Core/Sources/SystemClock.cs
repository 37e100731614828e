using Battery.Core.Windows.Native;

namespace Battery.Core.Sources;

/// <summary>
/// The time of day. On Windows the runtime's own asks the system for leap seconds by a function that is not linked into the
/// library, and fails.
/// </summary>
public sealed class SystemClock : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        new(OperatingSystem.IsWindows() ? Kernel32.UtcTicks() : DateTime.UtcNow.Ticks, TimeSpan.Zero);
}
