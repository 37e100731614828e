using Battery.Core.Posix;

namespace Battery.Core.Linux.Native;

/// <summary>The process's network namespace, on which it depends whether it receives uevents.</summary>
internal static class NetworkNamespace
{
    /// <summary>
    /// Whether the kernel sends uevents here: only to network namespaces that the initial user namespace owns
    /// (<c>uevent_net_init</c> in lib/kobject_uevent.c), which those of rootless containers are not. If that cannot be
    /// found out, the result is false, and changes are polled for.
    /// </summary>
    public static bool ReceivesUevents()
    {
        int network = LibC.Open("/proc/self/ns/net\0"u8, LibC.ReadOnly | LibC.CloseOnExec);
        if (network < 0)
        {
            return false;
        }

        int owner = LibC.OwningUserNamespace(network);
        FileDescriptors.Close(network);
        if (owner < 0)
        {
            return false;
        }

        // The initial user namespace has this number on every kernel (PROC_USER_INIT_INO).
        Span<byte> target = stackalloc byte[64];
        bool isInitial = LibC.ReadDescriptorLink(owner, target).SequenceEqual("user:[4026531837]"u8);
        FileDescriptors.Close(owner);
        return isInitial;
    }
}
