using System.Text;

namespace Battery.Core.Linux;

/// <summary>Reads a small file whole: open, read, close, and nothing else (a FileStream makes twice as many calls and allocates).</summary>
internal static class SysfsFile
{
    /// <summary>A path as the system takes it.</summary>
    public static byte[] PathBytes(string folder, string name) => Encoding.UTF8.GetBytes($"{folder}/{name}\0");

    /// <summary>Reads a file from its beginning until its end or the buffer's.</summary>
    /// <returns>How many bytes were read, or -1.</returns>
    public static int Read(byte[] path, Span<byte> buffer, out int error)
    {
        // Not blocking, so that a pipe in the place of a file cannot hang the reader.
        int descriptor = LibC.Open(path, LibC.ReadOnly | LibC.NonBlocking | LibC.CloseOnExec);
        if (descriptor < 0)
        {
            error = LibC.LastError;
            return -1;
        }

        int length = 0;
        while (length < buffer.Length)
        {
            nint count = LibC.Read(descriptor, buffer[length..]);
            if (count < 0)
            {
                error = LibC.LastError;
                if (error == Errno.Interrupted)
                {
                    continue;
                }

                LibC.Close(descriptor);
                return -1;
            }

            length += (int)count;

            // sysfs gives an attribute in one read; asking for the end costs a call each time.
            if (count == 0 || (length < SinglePage && buffer[length - 1] == (byte)'\n'))
            {
                break;
            }
        }

        LibC.Close(descriptor);
        error = 0;
        return length;
    }

    private const int SinglePage = 4096;
}
