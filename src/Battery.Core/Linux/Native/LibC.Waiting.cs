using System.Runtime.InteropServices;
using Battery.Core.Posix;

namespace Battery.Core.Linux.Native;

/// <summary>The calls that waiting needs: a pipe to interrupt by, and the socket of the kernel's events.</summary>
internal static unsafe partial class LibC
{
    private const int NetlinkFamily = 16;
    private const int NetlinkUevents = 15;
    private const int DatagramSocket = 2;
    private const int DoNotWait = 0x40;

    // The group that the kernel sends to; udev, which not every machine has, sends to another.
    private const uint KernelGroup = 1;

    /// <summary>Opens a non-blocking pipe. Not an eventfd: fstat cannot distinguish two of them.</summary>
    /// <returns>False on failure.</returns>
    public static bool TryOpenPipe(out int reader, out int writer)
    {
        int* ends = stackalloc int[2];
        bool isOpen = pipe2(ends, CloseOnExec | NonBlocking) == 0;
        (reader, writer) = isOpen ? (ends[0], ends[1]) : (-1, -1);
        return isOpen;
    }

    /// <summary>Opens a socket that receives uevents; -1 on failure.</summary>
    public static int OpenUevents()
    {
        int descriptor = socket(NetlinkFamily, DatagramSocket | CloseOnExec | NonBlocking, NetlinkUevents);
        var address = new NetlinkAddress { Family = NetlinkFamily, Groups = KernelGroup };
        if (descriptor >= 0 && bind(descriptor, &address, (uint)sizeof(NetlinkAddress)) < 0)
        {
            FileDescriptors.Close(descriptor);
            return -1;
        }

        return descriptor;
    }

    public static nint Receive(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return recv(descriptor, start, (nuint)buffer.Length, DoNotWait);
        }
    }

    /// <summary>struct sockaddr_nl.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct NetlinkAddress
    {
        public ushort Family;
        public ushort Padding;
        public uint Process;
        public uint Groups;
    }

#pragma warning disable IDE1006 // The names of libc.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int pipe2(int* ends, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int bind(int descriptor, NetlinkAddress* address, uint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int descriptor, byte* buffer, nuint length, int flags);
#pragma warning restore IDE1006
}
