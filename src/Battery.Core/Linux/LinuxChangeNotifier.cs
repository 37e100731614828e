using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Native;
using Battery.Core.Model;
using Battery.Core.Posix;
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
    private readonly WakePipe _wake;
    private readonly bool _receivesUevents;

    // None if no socket could be opened.
    private OwnDescriptor _socket;

    private LinuxChangeNotifier(WakePipe wake, OwnDescriptor socket, bool receivesUevents)
    {
        _wake = wake;
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
        return LibC.TryOpenPipe(out int reader, out int writer)
            ? new(new WakePipe(reader, writer), OwnDescriptor.Of(LibC.OpenUevents()), isSysfs && NetworkNamespace.ReceivesUevents())
            : throw new BatteryException(BatteryError.Io,
                $"cannot wait: no file descriptor is available ({Errno.Text(LibC.LastError)}); close files that are no longer needed");
    }

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        // Without the socket, changes are polled for; without the pipe, nothing could cancel the wait.
        if (!_wake.IsOpen)
        {
            throw new BatteryException(BatteryError.Io, "cannot wait: another part of the program closed this manager's descriptors; open a new manager");
        }

        if (!_socket.IsOpen)
        {
            _socket = OwnDescriptor.None;
        }

        Span<FileDescriptors.Polled> polled = [new(_wake.Descriptor), new(_socket.Number)];
        if (FileDescriptors.Poll(polled, milliseconds) <= 0)
        {
            // Timeout, or interrupted by a signal: the caller measures the time.
            return false;
        }

        if (polled[0].IsReady)
        {
            _wake.Drain();
        }

        // During the poll the program may have closed the descriptor and reused its number.
        return polled[1].IsReady && _socket.IsOpen && Receive();
    }

    /// <inheritdoc/>
    public void Cancel() => _wake.Signal();

    /// <inheritdoc/>
    public void Dispose()
    {
        _wake.Dispose();
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
