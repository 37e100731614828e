using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Battery.Core.MacOS.Native;

/// <summary>Calls that only macOS has: notify(3), and a pipe. A call with optional arguments is passed none: on arm64 they are passed differently.</summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class LibSystem
{
    private const string Library = "/usr/lib/libSystem.dylib";

    // FIOCLEX, _IO('f', 1): fcntl's FD_CLOEXEC would be an optional argument.
    private const nuint CloseOnExec = 0x20006601;

    // NOTIFY_STATUS_OK.
    private const uint Success = 0;

    /// <summary>Opens a pipe that programs which this process starts do not inherit.</summary>
    /// <returns>False if no file descriptor is available.</returns>
    public static bool TryOpenPipe(out int reader, out int writer)
    {
        int* ends = stackalloc int[2];
        bool isOpen = pipe(ends) == 0;
        (reader, writer) = isOpen ? (ends[0], ends[1]) : (-1, -1);
        if (isOpen)
        {
            _ = ioctl(reader, CloseOnExec);
            _ = ioctl(writer, CloseOnExec);
        }

        return isOpen;
    }

    /// <summary>Subscribes to the notifications of a name: for each, the system writes the token to the descriptor, four bytes in network order.</summary>
    /// <returns>False if the system does not accept the subscription.</returns>
    public static bool TryRegister(string name, out int descriptor, out int token)
    {
        if (notify_register_file_descriptor(name, out descriptor, flags: 0, out token) != Success)
        {
            return false;
        }

        _ = ioctl(descriptor, CloseOnExec);
        return true;
    }

    /// <summary>Ends a subscription, and closes its descriptor.</summary>
    public static void Cancel(int token) => _ = notify_cancel(token);

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport(Library)]
    private static partial int pipe(int* ends);

    [LibraryImport(Library)]
    private static partial int ioctl(int descriptor, nuint request);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint notify_register_file_descriptor(string name, out int descriptor, int flags, out int token);

    [LibraryImport(Library)]
    private static partial uint notify_cancel(int token);
#pragma warning restore IDE1006
}
