using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Core.Linux.Native;

/// <summary>Error numbers of the kernel.</summary>
internal static class Errno
{
    public const int NotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int NoSuchAddress = 6;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int NoDevice = 19;
    public const int NotAFolder = 20;
    public const int IsAFolder = 21;
    public const int InvalidArgument = 22;
    public const int ReadOnlyFileSystem = 30;
    public const int OutOfRange = 34;
    public const int NoData = 61;
    public const int NotSupported = 95;
    public const int NoBufferSpace = 105;
    public const int TimedOut = 110;

    private const int TooManyFilesOfAll = 23;
    private const int TooManyFiles = 24;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;

    /// <summary>The quality of a value whose reading failed with an error.</summary>
    public static ValueQuality ToQuality(int error) => error switch
    {
        NoEntry => ValueQuality.Missing,

        // Drivers return these if the device does not know the value now, for example ENODEV for the rate of a full battery.
        NoSuchAddress or NoDevice or InvalidArgument or NoData or NotSupported => ValueQuality.ReportedUnknown,
        NotPermitted or AccessDenied => ValueQuality.PermissionDenied,
        _ => ValueQuality.ReadFailed,
    };

    /// <summary>The error in words, as the system has them.</summary>
    public static string Text(int error) => Marshal.GetPInvokeErrorMessage(error);

    /// <summary>Whether no file can be opened, because the process or the system has no descriptor left.</summary>
    public static bool IsExhausted(int error) => error is TooManyFilesOfAll or TooManyFiles;

    /// <summary>What to do about a path that cannot be opened.</summary>
    /// <param name="error">The error.</param>
    /// <param name="otherwise">What to do where the path is to blame.</param>
    public static string Remedy(int error, string otherwise) => error switch
    {
        NotPermitted or AccessDenied => "run as a user who may read it",
        _ when IsExhausted(error) => "close files that are no longer needed, or raise the limit (ulimit -n)",
        _ => otherwise,
    };

    /// <summary>The error of a path that cannot be opened.</summary>
    public static BatteryError OfPath(int error) => error switch
    {
        NoEntry or NotAFolder => BatteryError.NotFound,
        NotPermitted or AccessDenied => BatteryError.PermissionDenied,
        NameTooLong or TooManyLinks => BatteryError.InvalidArgument,
        _ => BatteryError.Io,
    };
}
