using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>The functions of kernel32.dll.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Kernel32
{
    // The battery ioctls need read access only (FILE_READ_ACCESS in their codes).
    private const uint GenericRead = 0x80000000;
    private const uint ShareAll = 0x1 | 0x2;
    private const uint OpenExisting = 3;
    private const uint Overlapped = 0x40000000;
    private const nint InvalidHandle = -1;
    private const uint SystemFolder = 0x800;

    // A FILETIME counts from the year 1601.
    private const long TicksTo1601 = 504_911_232_000_000_000;

    /// <summary>Opens a device.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isOverlapped">Whether requests can be overlapped.</param>
    /// <param name="error">0, or why the handle is invalid.</param>
    public static SafeFileHandle OpenDevice(string path, bool isOverlapped, out int error)
    {
        SafeFileHandle device = CreateFileW(path, GenericRead, ShareAll, 0, OpenExisting, isOverlapped ? Overlapped : 0, 0);
        error = device.IsInvalid ? Marshal.GetLastPInvokeError() : Win32Error.None;
        return device;
    }

    /// <summary>Loads a library of the system; 0 if there is none.</summary>
    public static nint LoadSystemLibrary(string name) => LoadLibraryExW(name, 0, SystemFolder);

    /// <summary>The address of a function; 0 if the library lacks it.</summary>
    public static nint FindExport(nint library, string name) => library == 0 ? 0 : GetProcAddress(library, name);

    /// <summary>The time of day in ticks since the year 1.</summary>
    public static long UtcTicks()
    {
        GetSystemTimeAsFileTime(out long ticks);
        return ticks + TicksTo1601;
    }

    /// <summary>Sends a request and waits for its completion.</summary>
    public static int Ioctl(SafeFileHandle device, uint code, ReadOnlySpan<byte> request, Span<byte> response, out int length)
    {
        fixed (byte* input = request, output = response)
        {
            bool isDone = DeviceIoControl(device, code, input, (uint)request.Length, output, (uint)response.Length, out uint written, null);

            // A driver may report more than fits into the buffer.
            length = isDone ? (int)Math.Min(written, (uint)response.Length) : 0;
            return isDone ? Win32Error.None : Marshal.GetLastPInvokeError();
        }
    }

    /// <summary>Sends an overlapped request to a device. The buffers must stay valid until it is completed.</summary>
    /// <returns>0 if it is completed, <see cref="Win32Error.IoPending"/> if it is pending, or an error.</returns>
    public static int BeginIoctl(
        SafeFileHandle device, uint code, void* request, int requestSize, void* response, int responseSize, NativeOverlapped* overlapped) =>
        DeviceIoControl(device, code, (byte*)request, (uint)requestSize, (byte*)response, (uint)responseSize, out _, overlapped)
            ? Win32Error.None
            : Marshal.GetLastPInvokeError();

    /// <summary>Cancels the requests to a device, which are completed soon after.</summary>
    public static void CancelRequests(SafeFileHandle device) => _ = CancelIoEx(device, null);

    /// <summary>Creates a completion port; an invalid handle if that fails.</summary>
    public static SafeFileHandle CreatePort() => new(CreateIoCompletionPort(InvalidHandle, 0, 0, 0), ownsHandle: true);

    /// <summary>Whether requests to a device are completed at a port from now on.</summary>
    public static bool Associate(SafeFileHandle port, SafeFileHandle device) =>
        CreateIoCompletionPort(device.DangerousGetHandle(), port.DangerousGetHandle(), 0, 0) != 0;

    /// <summary>Queues a completion without a request.</summary>
    public static void PostWake(SafeFileHandle port) => _ = PostQueuedCompletionStatus(port, 0, 0, null);

    /// <summary>Takes a completion from a port, and waits for one.</summary>
    /// <param name="port">The port.</param>
    /// <param name="milliseconds">The timeout.</param>
    /// <param name="overlapped">The completed request; null if there is none.</param>
    /// <param name="length">The number of bytes that the driver wrote.</param>
    /// <returns>0, or the error of the request or, without one, of the function.</returns>
    public static int TakeCompletion(SafeFileHandle port, int milliseconds, out NativeOverlapped* overlapped, out int length)
    {
        bool isDone = GetQueuedCompletionStatus(port, out uint written, out _, out overlapped, (uint)milliseconds);
        length = isDone ? (int)written : 0;
        return isDone ? Win32Error.None : Marshal.GetLastPInvokeError();
    }

    public static int QueryPowerStatus(Span<byte> response)
    {
        fixed (byte* start = response)
        {
            return GetSystemPowerStatus(start) ? Win32Error.None : Marshal.GetLastPInvokeError();
        }
    }

    // From the system's directory only, not from the program's.
    private const DllImportSearchPath Search = DllImportSearchPath.System32;

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll")]
    private static partial void GetSystemTimeAsFileTime(out long time);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint LoadLibraryExW(string name, nint reserved, uint flags);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetProcAddress(nint library, string name);

    [LibraryImport("kernel32.dll", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFileW(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DeviceIoControl(
        SafeFileHandle device, uint code, byte* request, uint requestSize, byte* response, uint responseSize, out uint written, NativeOverlapped* overlapped);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetSystemPowerStatus(byte* status);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    private static partial nint CreateIoCompletionPort(nint device, nint port, nuint key, uint threads);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetQueuedCompletionStatus(
        SafeFileHandle port, out uint written, out nuint key, out NativeOverlapped* overlapped, uint milliseconds);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool PostQueuedCompletionStatus(SafeFileHandle port, uint written, nuint key, NativeOverlapped* overlapped);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CancelIoEx(SafeFileHandle device, NativeOverlapped* overlapped);
}
