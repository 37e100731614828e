using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// The kernel's uevents, by netlink. inotify sees nothing of sysfs, and a poll of an attribute works only where its
/// driver says so; these events come for every power supply that announces changes.
/// </summary>
internal sealed class LinuxChangeNotifier : IChangeNotifier
{
    // The kernel builds an event's text in 2 KiB, with its path before it.
    private const int MessageSize = 8192;

    // No socket; poll passes over it.
    private const int None = -1;

    private readonly byte[] _message = new byte[MessageSize];
    private readonly int _interrupt;
    private readonly bool _isHeard;
    private int _socket;

    private LinuxChangeNotifier(int interrupt, int socket, bool isHeard)
    {
        _interrupt = interrupt;
        _socket = socket;
        _isHeard = isHeard;
    }

    /// <inheritdoc/>
    public bool SupportsEvents => _isHeard && _socket != None;

    /// <summary>Opens the signal. Where the kernel gives no socket, it only waits for the time and for <see cref="Cancel"/>.</summary>
    /// <param name="isSysfs">Whether what is read is the running kernel's: it announces nothing about other trees.</param>
    /// <exception cref="BatteryException">The process has no descriptor left.</exception>
    public static LinuxChangeNotifier Open(bool isSysfs)
    {
        int interrupt = LibC.OpenEvent();
        return interrupt >= 0
            ? new(interrupt, LibC.OpenUevents(), isSysfs && NetworkNamespace.HearsUevents())
            : throw new BatteryException(BatteryError.Io, $"cannot wait: the system gives no descriptor (error {LibC.LastError}); close files that are no longer needed");
    }

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        Span<LibC.Polled> polled = [new(_interrupt), new(_socket)];
        if (LibC.Poll(polled, milliseconds) <= 0)
        {
            // The time is up, or a signal came: the caller counts the time.
            return false;
        }

        if (polled[0].IsInvalid)
        {
            throw new BatteryException(BatteryError.Io, "cannot wait: another part of the program closed this manager's descriptors; open a new manager");
        }

        if (polled[0].IsReady)
        {
            LibC.ClearEvent(_interrupt);
        }

        return polled[1].IsReady && Receive();
    }

    /// <inheritdoc/>
    public void Cancel() => LibC.RaiseEvent(_interrupt);

    /// <inheritdoc/>
    public void Dispose()
    {
        LibC.Close(_interrupt);
        if (_socket != None)
        {
            LibC.Close(_socket);
        }
    }

    // Takes all that has come, so that a storm of events ends in one answer.
    private bool Receive()
    {
        bool isAnnounced = false;
        while (true)
        {
            nint length = LibC.Receive(_socket, _message);
            if (length >= 0)
            {
                isAnnounced |= UeventMessage.IsOfPowerSupply(_message.AsSpan(0, (int)length));
                continue;
            }

            switch (LibC.LastError)
            {
                case Errno.Interrupted:
                    break;
                case Errno.NoBufferSpace:
                    // More came than the kernel keeps: any of them may have been a power supply's.
                    isAnnounced = true;
                    break;
                case Errno.TryAgain:
                    return isAnnounced;
                default:
                    // Not closed: where another part of the program closed it, the number may be another file's by now.
                    _socket = None;
                    return isAnnounced;
            }
        }
    }
}
