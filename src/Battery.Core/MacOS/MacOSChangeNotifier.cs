using System.Runtime.Versioning;
using Battery.Core.MacOS.Live;
using Battery.Core.MacOS.Native;
using Battery.Core.Model;
using Battery.Core.Posix;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>
/// Receives the notifications of IOPowerSources by notify(3), through a file descriptor. They need no run loop and no thread;
/// those that arrive while no thread waits are kept in a pipe.
/// </summary>
[SupportedOSPlatform("macos")]
internal sealed class MacOSChangeNotifier : IChangeNotifier
{
    private readonly WakePipe _wake;

    // Null if the system accepts no subscription.
    private PowerSourceSubscription? _subscription = PowerSourceSubscription.TryOpen();

    private MacOSChangeNotifier(WakePipe wake) => _wake = wake;

    /// <inheritdoc/>
    public bool SupportsEvents => _subscription is { IsOpen: true };

    /// <summary>Opens the notifier. If the system gives no notifications, it waits for the timeout and for <see cref="Cancel"/> only.</summary>
    /// <exception cref="BatteryException">No file descriptor is available.</exception>
    public static MacOSChangeNotifier Open() => LibSystem.TryOpenPipe(out int reader, out int writer)
        ? new(new WakePipe(reader, writer))
        : throw new BatteryException(BatteryError.Io, "cannot wait: no file descriptor is available; close files that are no longer needed");

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        if (!_wake.IsOpen)
        {
            throw new BatteryException(BatteryError.Io, "cannot wait: another part of the program closed this manager's descriptors; open a new manager");
        }

        PowerSourceSubscription? subscription = SupportsEvents ? _subscription : null;
        Span<FileDescriptors.Polled> polled = [new(_wake.Descriptor), new(subscription?.Descriptor ?? -1)];
        if (FileDescriptors.Poll(polled, milliseconds) <= 0)
        {
            // Timeout, or interrupted by a signal: the caller measures the time.
            return false;
        }

        if (polled[0].IsReady)
        {
            _wake.Drain();
        }

        return polled[1].IsReady && subscription is not null && Receive(subscription);
    }

    /// <inheritdoc/>
    public void Cancel() => _wake.Signal();

    /// <inheritdoc/>
    public void Dispose()
    {
        _wake.Dispose();
        _subscription?.Dispose();
    }

    private bool Receive(PowerSourceSubscription subscription)
    {
        bool isNotified = subscription.Receive(out bool mayBeCancelled);
        if (mayBeCancelled)
        {
            subscription.Dispose();
            _subscription = PowerSourceSubscription.TryOpen();
        }

        return isNotified;
    }
}
