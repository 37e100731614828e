using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Core.Recordings;

/// <summary>Converts exceptions of files. The framework's own messages are not in the library.</summary>
internal static class FileProblem
{
    // On Windows the error is the lower half of the HRESULT; elsewhere the HRESULT is the error.
    private const int Win32Facility = unchecked((int)0x80070000);
    private const int Win32Mask = 0xFFFF;
    private const int SharingViolation = 32;
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMacOS = 35;

    /// <summary>Whether <see cref="ToBatteryException"/> has a message for an exception.</summary>
    public static bool IsKnown(Exception problem) =>
        problem is BatteryException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Converts an exception.</summary>
    /// <param name="failure">What could not be done.</param>
    /// <param name="problem">Why.</param>
    public static BatteryException ToBatteryException(string failure, Exception problem) => problem switch
    {
        BatteryException known => new(known.Code, $"{failure}: {known.Message}"),
        FileNotFoundException => new(BatteryError.NotFound, $"{failure}: it does not exist"),
        DirectoryNotFoundException => new(BatteryError.NotFound, $"{failure}: its directory does not exist"),
        UnauthorizedAccessException => new(BatteryError.PermissionDenied, $"{failure}: permission denied"),
        PathTooLongException => new(BatteryError.InvalidArgument, $"{failure}: the path is too long"),
        ArgumentException => new(BatteryError.InvalidArgument, $"{failure}: the path is invalid"),
        NotSupportedException => new(BatteryError.InvalidArgument, $"{failure}: it is a pipe, a socket or a device; give a file"),
        _ => new(BatteryError.Io, $"{failure}: {Reason(problem.HResult)}"),
    };

    private static string Reason(int result)
    {
        bool isWin32 = (result & ~Win32Mask) == Win32Facility;
        int error = isWin32 ? result & Win32Mask : result;
        if (error == (OperatingSystem.IsWindows() ? SharingViolation : OperatingSystem.IsMacOS() ? WouldBlockOnMacOS : WouldBlockOnLinux))
        {
            return "another program has locked it; close it there first";
        }

        string text = error is > 0 and <= Win32Mask ? Marshal.GetPInvokeErrorMessage(error).TrimEnd('.', ' ', '\r', '\n') : string.Empty;
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "the system reported no reason";
    }
}
