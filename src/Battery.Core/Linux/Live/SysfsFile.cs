using Battery.Core.Linux.Native;
using Battery.Core.Posix;

namespace Battery.Core.Linux.Live;

/// <summary>
/// A small file that is read as a whole by open, read and close (a FileStream makes twice as many calls and allocates). A file
/// on sysfs stays open from the second reading on.
/// </summary>
internal sealed class SysfsFile(byte[] path) : ISupplyFile
{
    private const int Page = 4096;

    private CachedDescriptor _cached;
    private bool _wasRead;

    // False once the descriptor was not kept: the file is not on sysfs, or too many are kept.
    private bool _isCacheable = true;

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, out int error)
    {
        if (_cached.IsOpen && _cached.Read(buffer) is var cachedLength and >= 0)
        {
            error = 0;
            return cachedLength;
        }

        // Non-blocking, so that a pipe cannot hang the reader; and a terminal must not become the controlling terminal.
        int descriptor = LibC.Open(path, LibC.ReadOnly | LibC.NonBlocking | LibC.NoControllingTerminal | LibC.CloseOnExec);
        if (descriptor < 0)
        {
            error = LibC.LastError;
            return -1;
        }

        int length = ReadToEnd(descriptor, buffer, out error);

        // A list reads each file once; a file that is read twice belongs to a battery that is being refreshed.
        if (_wasRead && _isCacheable && length >= 0)
        {
            _isCacheable = _cached.TryAdopt(descriptor);
        }

        if (!_cached.IsOpen)
        {
            FileDescriptors.Close(descriptor);
        }

        _wasRead = true;
        return length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cached.Close();
        _wasRead = false;
    }

    private static int ReadToEnd(int descriptor, Span<byte> buffer, out int error)
    {
        error = 0;
        int length = 0;
        while (length < buffer.Length)
        {
            // At an offset: this fails for a pipe or a terminal, whose data a plain read would take from another reader.
            nint count = LibC.ReadAt(descriptor, buffer[length..], length);
            if (count < 0)
            {
                error = LibC.LastError;
                if (error != Errno.Interrupted)
                {
                    return -1;
                }

                continue;
            }

            length += (int)count;

            // sysfs returns an attribute, which is at most a page, in one read; a second read to detect the end would cost a system call.
            if (count == 0 || (length < Page && buffer[length - 1] == (byte)'\n'))
            {
                break;
            }
        }

        return length;
    }
}
