using System.Runtime.InteropServices;

namespace Battery.Core.Linux.Native;

/// <summary>The calls that waiting needs: two sockets to interrupt by, the socket of the kernel's events, and poll.</summary>
internal static unsafe partial class LibC
{
    private const short PollIn = 0x1;

    private const int UnixFamily = 1;
    private const int NetlinkFamily = 16;
    private const int NetlinkUevents = 15;
    private const int StreamSocket = 1;
    private const int DatagramSocket = 2;
    private const int DoNotWait = 0x40;
    private const int NoSignal = 0x4000;

    // The group that the kernel sends to; udev, which not every machine has, sends to another.
    private const uint KernelGroup = 1;

    /// <summary>
    /// Opens two connected sockets. Not a pipe: if the program has closed its other end, a write sends SIGPIPE. Not an
    /// eventfd: fstat cannot tell two of them apart.
    /// </summary>
    /// <returns>False on failure.</returns>
    public static bool TryOpenSockets(out int reader, out int writer)
    {
        int* ends = stackalloc int[2];
        bool isOpen = socketpair(UnixFamily, StreamSocket | CloseOnExec | NonBlocking, 0, ends) == 0;
        (reader, writer) = isOpen ? (ends[0], ends[1]) : (-1, -1);
        return isOpen;
    }

    /// <summary>Sends one byte; a full socket wakes the reader anyway.</summary>
    public static void SendByte(int descriptor)
    {
        byte one = 1;
        _ = send(descriptor, &one, 1, DoNotWait | NoSignal);
    }

    /// <summary>Drains a socket.</summary>
    public static void Drain(int descriptor)
    {
        Span<byte> bytes = stackalloc byte[64];
        while (Receive(descriptor, bytes) == bytes.Length)
        {
        }
    }

    /// <summary>Opens a socket that receives uevents; -1 on failure.</summary>
    public static int OpenUevents()
    {
        int descriptor = socket(NetlinkFamily, DatagramSocket | CloseOnExec | NonBlocking, NetlinkUevents);
        var address = new NetlinkAddress { Family = NetlinkFamily, Groups = KernelGroup };
        if (descriptor >= 0 && bind(descriptor, &address, (uint)sizeof(NetlinkAddress)) < 0)
        {
            Close(descriptor);
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

    /// <summary>Waits until one of the descriptors is readable.</summary>
    /// <returns>How many are readable; 0 on timeout, negative on an error or a signal.</returns>
    public static int Poll(Span<Polled> descriptors, int milliseconds)
    {
        fixed (Polled* start = descriptors)
        {
            return poll(start, (nuint)descriptors.Length, milliseconds);
        }
    }

    /// <summary>struct pollfd; a negative descriptor is ignored.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Polled(int descriptor)
    {
        private readonly int _descriptor = descriptor;
        private readonly short _wanted = PollIn;
        private readonly short _found;

        /// <summary>Whether the descriptor is readable, or has an error.</summary>
        public readonly bool IsReady => _found != 0;
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
    private static partial int socketpair(int family, int type, int protocol, int* ends);

    [LibraryImport("libc")]
    private static partial nint send(int descriptor, void* data, nuint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int bind(int descriptor, NetlinkAddress* address, uint length);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint recv(int descriptor, byte* buffer, nuint length, int flags);

    [LibraryImport("libc")]
    private static partial int poll(Polled* descriptors, nuint count, int milliseconds);
#pragma warning restore IDE1006
}
