using System.Runtime.InteropServices;

namespace Battery.Core.Posix;

/// <summary>System calls on file descriptors that are the same on Linux and macOS.</summary>
internal static unsafe partial class FileDescriptors
{
    private const short PollIn = 0x1;
    private const short PollOut = 0x4;

    // struct stat has at most 144 bytes on both systems. On Linux the first 64-bit word is the device and the second the inode; on
    // macOS the two also contain the mode and the number of links, which do not change while a file without a name is open.
    private const int StatLength = 32;
    private const int StatDevice = 0;
    private const int StatInode = 1;

    public static void Close(int descriptor) => _ = close(descriptor);

    /// <summary>Gets the identity of the file behind a descriptor.</summary>
    public static bool TryIdentify(int descriptor, out FileIdentity identity)
    {
        long* information = stackalloc long[StatLength];
        bool isOpen = fstat(descriptor, information) == 0;
        identity = isOpen ? new(information[StatDevice], information[StatInode]) : default;
        return isOpen;
    }

    /// <summary>Reads what has arrived; blocks if nothing has and the descriptor is blocking.</summary>
    /// <returns>The number of bytes, 0 at the end, negative on an error.</returns>
    public static int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return (int)read(descriptor, start, (nuint)buffer.Length);
        }
    }

    /// <summary>Writes one byte, unless that would block.</summary>
    public static void WriteByte(int descriptor)
    {
        Span<Polled> polled = [new(descriptor, PollOut)];
        if (Poll(polled, 0) > 0)
        {
            byte one = 1;
            _ = write(descriptor, &one, 1);
        }
    }

    /// <summary>Whether reading would not block: something has arrived, or the descriptor has an error.</summary>
    public static bool IsReadable(int descriptor)
    {
        Span<Polled> polled = [new(descriptor)];
        return Poll(polled, 0) > 0;
    }

    /// <summary>Waits until one of the descriptors is readable.</summary>
    /// <returns>How many are readable; 0 on timeout, negative on an error or a signal.</returns>
    public static int Poll(Span<Polled> descriptors, int milliseconds)
    {
        fixed (Polled* start = descriptors)
        {
            return poll(start, (nuint)descriptors.Length, milliseconds);
        }
    }

    /// <summary>The identity of a file: the device of its file system, and its inode.</summary>
    public readonly record struct FileIdentity(long Device, long Inode);

    /// <summary>struct pollfd; a negative descriptor is ignored.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Polled(int descriptor, short wanted = PollIn)
    {
        private readonly int _descriptor = descriptor;
        private readonly short _wanted = wanted;
        private readonly short _found;

        /// <summary>Whether the descriptor is ready, or has an error.</summary>
        public readonly bool IsReady => _found != 0;
    }

#pragma warning disable IDE1006 // The names of libc.
    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    [LibraryImport("libc")]
    private static partial int fstat(int descriptor, long* information);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc")]
    private static partial nint write(int descriptor, void* data, nuint count);

    [LibraryImport("libc")]
    private static partial int poll(Polled* descriptors, nuint count, int milliseconds);
#pragma warning restore IDE1006
}
