namespace Battery.Core.Linux.Files;

/// <summary>Reads a small file whole: open, read, close, and nothing else (a FileStream makes twice as many calls and allocates).</summary>
internal sealed class SysfsFile(byte[] path) : ISupplyFile
{
    private const int Page = 4096;

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, out int error)
    {
        // Not blocking, so that a pipe in the place of a file cannot hang the reader.
        int descriptor = LibC.Open(path, LibC.ReadOnly | LibC.NonBlocking | LibC.CloseOnExec);
        if (descriptor < 0)
        {
            error = LibC.LastError;
            return -1;
        }

        int length = ReadToEnd(descriptor, buffer, out error);
        LibC.Close(descriptor);
        return length;
    }

    private static int ReadToEnd(int descriptor, Span<byte> buffer, out int error)
    {
        error = 0;
        int length = 0;
        while (length < buffer.Length)
        {
            nint count = LibC.Read(descriptor, buffer[length..]);
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
