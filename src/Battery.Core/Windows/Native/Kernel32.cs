using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Native;

/// <summary>The calls to the system that are not SetupAPI's.</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class Kernel32
{
    // The questions to a battery want this alone (FILE_READ_ACCESS in their codes); nothing here sets anything.
    private const uint GenericRead = 0x80000000;
    private const uint ShareAll = 0x1 | 0x2;
    private const uint OpenExisting = 3;
    private const uint Overlapped = 0x40000000;

    /// <summary>Opens a device to ask it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isOverlapped">Whether questions may wait for their answers.</param>
    /// <param name="error">0, or why the handle is invalid.</param>
    public static SafeFileHandle OpenDevice(string path, bool isOverlapped, out int error)
    {
        SafeFileHandle device = CreateFileW(path, GenericRead, ShareAll, 0, OpenExisting, isOverlapped ? Overlapped : 0, 0);
        error = device.IsInvalid ? Marshal.GetLastPInvokeError() : Win32Error.None;
        return device;
    }

    /// <summary>Asks a device and has the answer at once.</summary>
    public static int Ioctl(SafeFileHandle device, uint code, ReadOnlySpan<byte> question, Span<byte> answer, out int length)
    {
        fixed (byte* asked = question, answered = answer)
        {
            bool isAnswered = DeviceIoControl(device, code, asked, (uint)question.Length, answered, (uint)answer.Length, out uint written, null);

            // A driver that claims more than there is room for is not believed.
            length = isAnswered ? (int)Math.Min(written, (uint)answer.Length) : 0;
            return isAnswered ? Win32Error.None : Marshal.GetLastPInvokeError();
        }
    }

    /// <summary>Asks a device that was opened for it, without waiting for the answer. All that is passed must stay until there is one.</summary>
    /// <returns>0 with an answer at once, <see cref="Win32Error.IoPending"/> with one later, or an error without any.</returns>
    public static int BeginIoctl(SafeFileHandle device, uint code, void* question, int questionSize, void* answer, int answerSize, NativeOverlapped* overlapped) =>
        DeviceIoControl(device, code, (byte*)question, (uint)questionSize, (byte*)answer, (uint)answerSize, out _, overlapped)
            ? Win32Error.None
            : Marshal.GetLastPInvokeError();

    /// <summary>How a question ended that is done.</summary>
    public static int EndIoctl(SafeFileHandle device, NativeOverlapped* overlapped, out int length)
    {
        bool isAnswered = GetOverlappedResult(device, overlapped, out uint written, false);
        length = isAnswered ? (int)written : 0;
        return isAnswered ? Win32Error.None : Marshal.GetLastPInvokeError();
    }

    /// <summary>Asks for the end of a question, which comes soon after.</summary>
    public static void Cancel(SafeFileHandle device, NativeOverlapped* overlapped) => _ = CancelIoEx(device, overlapped);

    public static int QueryPowerStatus(Span<byte> answer)
    {
        fixed (byte* start = answer)
        {
            return GetSystemPowerStatus(start) ? Win32Error.None : Marshal.GetLastPInvokeError();
        }
    }

    // From the system's folder alone: a library of the same name beside a program is not the system's.
    private const DllImportSearchPath Search = DllImportSearchPath.System32;

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateFileW(string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DeviceIoControl(
        SafeFileHandle device, uint code, byte* question, uint questionSize, byte* answer, uint answerSize, out uint written, NativeOverlapped* overlapped);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetSystemPowerStatus(byte* status);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetOverlappedResult(SafeFileHandle device, NativeOverlapped* overlapped, out uint written, [MarshalAs(UnmanagedType.Bool)] bool waits);

    [DefaultDllImportSearchPaths(Search)]
    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CancelIoEx(SafeFileHandle device, NativeOverlapped* overlapped);
}
