using System.Runtime.InteropServices;
using System.Text;

namespace Battery.Ffi.Tests;

/// <summary>Sends uevents on the kernel's netlink group, as only root may.</summary>
internal sealed unsafe partial class UeventSender : IDisposable
{
    private const int NetlinkFamily = 16;
    private const int NetlinkUevents = 15;
    private const int RawSocket = 3;

    private readonly int _socket;

    public UeventSender()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends uevents of Linux");
        _socket = socket(NetlinkFamily, RawSocket, NetlinkUevents);
        Assert.SkipUnless(_socket >= 0 && TrySend("battery_test"), "only root may send events on the kernel's netlink group");
    }

    public void Send(string subsystem) => Assert.True(TrySend(subsystem), "the event was not sent");

    public void Dispose() => _ = close(_socket);

    private bool TrySend(string subsystem)
    {
        byte[] message = Encoding.ASCII.GetBytes(
            $"change@/devices/test/{subsystem}/BAT0\0ACTION=change\0DEVPATH=/devices/test/{subsystem}/BAT0\0SUBSYSTEM={subsystem}\0SEQNUM=1\0");

        // struct sockaddr_nl: family, padding, process 0, group 1.
        byte[] address = [NetlinkFamily, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        fixed (byte* text = message, to = address)
        {
            // The overflow of a receiver's queue is not an error of the sender.
            return sendto(_socket, text, (nuint)message.Length, 0, to, (uint)address.Length) == message.Length || Marshal.GetLastPInvokeError() == 105;
        }
    }

#pragma warning disable IDE1006 // The names of libc.
    [LibraryImport("libc", SetLastError = true)]
    private static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint sendto(int socket, byte* message, nuint length, int flags, byte* address, uint addressLength);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
#pragma warning restore IDE1006
}
