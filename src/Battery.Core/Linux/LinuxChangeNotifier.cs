using Battery.Core.Linux.Decoding;
using Battery.Core.Linux.Live;
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

    private readonly byte[] _message = new byte[MessageSize];
    private readonly OwnDescriptor _interrupted;
    private readonly OwnDescriptor _interrupt;
    private readonly bool _isHeard;

    // None where the kernel gives no socket.
    private OwnDescriptor _socket;

    private LinuxChangeNotifier(OwnDescriptor interrupted, OwnDescriptor interrupt, OwnDescriptor socket, bool isHeard)
    {
        _interrupted = interrupted;
        _interrupt = interrupt;
        _socket = socket;
        _isHeard = isHeard;
    }

    /// <inheritdoc/>
    public bool SupportsEvents => _isHeard && _socket.IsOpen;

    /// <summary>Opens the signal. Where the kernel gives no socket, it only waits for the time and for <see cref="Cancel"/>.</summary>
    /// <param name="isSysfs">Whether what is read is the running kernel's: it announces nothing about other trees.</param>
    /// <exception cref="BatteryException">The process has no descriptor left.</exception>
    public static LinuxChangeNotifier Open(bool isSysfs)
    {
        return LibC.TryOpenPipe(out int reader, out int writer)
            ? new(OwnDescriptor.Of(reader), OwnDescriptor.Of(writer), OwnDescriptor.Of(LibC.OpenUevents()), isSysfs && NetworkNamespace.HearsUevents())
            : throw new BatteryException(BatteryError.Io, $"cannot wait: the system gives no descriptor ({Errno.Text(LibC.LastError)}); close files that are no longer needed");
    }

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        // Without the socket changes are only looked for, without the pipe nothing could end the wait.
        if (!_interrupted.IsOpen)
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
            // The time is up, or a signal came: the caller counts the time.
            return false;
        }

        // Meanwhile the numbers may have become the program's.
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
            LibC.WriteByte(_interrupt.Number);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interrupted.Close();
        _interrupt.Close();
        _socket.Close();
    }

    // Takes all that has come, so that a storm of events ends in one answer.
    private bool Receive()
    {
        bool isAnnounced = false;
        while (true)
        {
            nint length = LibC.Receive(_socket.Number, _message);
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
                    _socket.Close();
                    _socket = OwnDescriptor.None;
                    return isAnnounced;
            }
        }
    }
}
