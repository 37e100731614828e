using Battery.Core.Model;

namespace Battery.Core.Linux.Native;

/// <summary>What the kernel's error numbers mean for a value.</summary>
internal static class Errno
{
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int TryAgain = 11;
    public const int AccessDenied = 13;
    public const int NoDevice = 19;
    public const int NotAFolder = 20;
    public const int IsAFolder = 21;
    public const int NoBufferSpace = 105;

    private const int NotPermitted = 1;
    private const int NoSuchAddress = 6;
    private const int InvalidArgument = 22;
    private const int NoData = 61;
    private const int NotSupported = 95;

    /// <summary>The reason why a value that failed so is unknown.</summary>
    public static ValueQuality ToQuality(int error) => error switch
    {
        NoEntry => ValueQuality.Missing,

        // Drivers answer so when the device does not know the value now, as ENODEV for the rate of a full battery.
        NoSuchAddress or NoDevice or InvalidArgument or NoData or NotSupported => ValueQuality.ReportedUnknown,
        NotPermitted or AccessDenied => ValueQuality.PermissionDenied,
        _ => ValueQuality.ReadFailed,
    };
}
