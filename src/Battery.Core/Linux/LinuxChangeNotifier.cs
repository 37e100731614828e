using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Live;
using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Linux;

/// <summary>
/// Receives the kernel's uevents by netlink. inotify does not work on sysfs, and poll() on an attribute works only if its
/// driver supports it; a uevent is sent for every power supply whose driver notifies of changes.
/// </summary>
internal sealed class LinuxChangeNotifier : IChangeNotifier
{
    // The kernel builds the environment of a uevent in 2 KiB and puts the path before it.
    private const int MessageSize = 8192;

    private readonly byte[] _message = new byte[MessageSize];
    private readonly OwnDescriptor _interrupted;
    private readonly OwnDescriptor _interrupt;
    private readonly bool _receivesUevents;

    // None if no socket could be opened.
    private OwnDescriptor _socket;

    private LinuxChangeNotifier(OwnDescriptor interrupted, OwnDescriptor interrupt, OwnDescriptor socket, bool receivesUevents)
    {
        _interrupted = interrupted;
        _interrupt = interrupt;
        _socket = socket;
        _receivesUevents = receivesUevents;
    }

    /// <inheritdoc/>
    public bool SupportsEvents => _receivesUevents && _socket.IsOpen;

    /// <summary>Opens the notifier. Without a socket, a wait ends only by its timeout or by <see cref="Cancel"/>.</summary>
    /// <param name="isSysfs">Whether the tree is the running kernel's: it sends no uevents for other trees.</param>
    /// <exception cref="BatteryException">No file descriptor is available.</exception>
    public static LinuxChangeNotifier Open(bool isSysfs)
    {
        return LibC.TryOpenSockets(out int reader, out int writer)
            ? new(OwnDescriptor.Of(reader), OwnDescriptor.Of(writer), OwnDescriptor.Of(LibC.OpenUevents()), isSysfs && NetworkNamespace.HearsUevents())
            : throw new BatteryException(BatteryError.Io,
                $"cannot wait: no file descriptor is available ({Errno.Text(LibC.LastError)}); close files that are no longer needed");
    }

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        // Without the kernel's socket, changes are polled for; without the other two, nothing could cancel the wait.
        if (!_interrupted.IsOpen || !_interrupt.IsOpen)
        {
            throw new BatteryException(BatteryError.Io, "cannot wait: another part of the program closed this manager's descriptors; open a new manager");
        }

        if (!_socket.IsOpen)
        {
            _socket = OwnDescriptor.None;
        }

        Span<LibC.Polled> polled = [new(_interrupted.Number), new(_socket.Number)];
        if (LibC.Poll(polled, milliseconds) <= 0)
        {
            // Timeout, or interrupted by a signal: the caller measures the time.
            return false;
        }

        // During the poll the program may have closed the descriptors and reused their numbers.
        if (polled[0].IsReady && _interrupted.IsOpen)
        {
            LibC.Drain(_interrupted.Number);
        }

        return polled[1].IsReady && _socket.IsOpen && Receive();
    }

    /// <inheritdoc/>
    public void Cancel()
    {
        if (_interrupt.IsOpen)
        {
            LibC.SendByte(_interrupt.Number);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupted.Close();
        _interrupt.Close();
        _socket.Close();
    }

    // Reads all pending messages, so that a burst of events is reported once.
    private bool Receive()
    {
        bool isChanged = false;
        while (true)
        {
            nint length = LibC.Receive(_socket.Number, _message);
            if (length >= 0)
            {
                isChanged |= UeventMessage.IsOfPowerSupply(_message.AsSpan(0, (int)length));
                continue;
            }

            switch (LibC.LastError)
            {
                case Errno.Interrupted:
                    break;
                case Errno.NoBufferSpace:
                    // The queue overflowed: a lost message may have been of a power supply.
                    isChanged = true;
                    break;
                case Errno.TryAgain:
                    return isChanged;
                default:
                    _socket.Close();
                    _socket = OwnDescriptor.None;
                    return isChanged;
            }
        }
    }
}
