using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>A small file, read whole: open, read, close, and nothing else (a FileStream makes twice as many calls and allocates). From the second reading on one of sysfs stays open.</summary>
internal sealed class SysfsFile(byte[] path) : ISupplyFile, IDisposable
{
    private const int Page = 4096;

    private CachedDescriptor _kept;
    private bool _wasRead;

    // Until it is known not to be worth it: the file is not sysfs's, or too many are kept already.
    private bool _keeps = true;

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, out int error)
    {
        if (_kept.IsOpen && _kept.Read(buffer) is var kept and >= 0)
        {
            error = 0;
            return kept;
        }

        // Not blocking, so that a pipe instead of a file cannot hang the reader; and no terminal becomes the process's.
        int descriptor = LibC.Open(path, LibC.ReadOnly | LibC.NonBlocking | LibC.NoControllingTerminal | LibC.CloseOnExec);
        if (descriptor < 0)
        {
            error = LibC.LastError;
            return -1;
        }

        int length = ReadToEnd(descriptor, buffer, out error);

        // A list reads each file once; who reads it a second time reads it again and again.
        if (_wasRead && _keeps && length >= 0)
        {
            _keeps = _kept.TryAdopt(descriptor);
        }

        if (!_kept.IsOpen)
        {
            LibC.Close(descriptor);
        }

        _wasRead = true;
        return length;
    }

    /// <summary>Closes what was kept open; the next reading opens the file again.</summary>
    public void Dispose()
    {
        _kept.Close();
        _wasRead = false;
    }

    private static int ReadToEnd(int descriptor, Span<byte> buffer, out int error)
    {
        error = 0;
        int length = 0;
        while (length < buffer.Length)
        {
            // At an offset: a pipe or a terminal has none and refuses, where a read would take what others wait for.
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

            // sysfs gives an attribute, which is at most a page, in one read; asking for its end would cost a call each time.
            if (count == 0 || (length < Page && buffer[length - 1] == (byte)'\n'))
            {
                break;
            }
        }

        return length;
    }
}
