using Battery.Core.Model;

namespace Battery.Core.Windows.Native;

/// <summary>Error numbers of Windows (winerror.h).</summary>
internal static class Win32Error
{
    public const int None = 0;
    public const int InvalidFunction = 1;
    public const int FileNotFound = 2;
    public const int AccessDenied = 5;
    public const int NotReady = 21;
    public const int NoMoreItems = 259;
    public const int IoPending = 997;

    private const int PathNotFound = 3;
    private const int NotSupported = 50;
    private const int DeviceDoesNotExist = 55;
    private const int InvalidParameter = 87;
    private const int NoData = 232;
    private const int NoSuchDevice = 433;
    private const int DeviceNotConnected = 1167;
    private const int NotFound = 1168;
    private const int DeviceRemoved = 1617;

    /// <summary>
    /// Whether the battery was removed: its tag is no longer the device's (ERROR_FILE_NOT_FOUND, according to
    /// Microsoft's page of BATTERY_WAIT_STATUS), or the device itself was removed, for example a UPS.
    /// </summary>
    public static bool IsGone(int error) =>
        error is FileNotFound or PathNotFound or DeviceDoesNotExist or NoSuchDevice or DeviceNotConnected or DeviceRemoved;

    /// <summary>The quality of a value whose request failed with an error.</summary>
    public static ValueQuality ToQuality(int error) => error switch
    {
        // Only BatteryInformation is mandatory. For a removed device the status request fails as well.
        InvalidFunction or FileNotFound or NotSupported or InvalidParameter => ValueQuality.Missing,
        NoData or NotFound => ValueQuality.ReportedUnknown,
        AccessDenied => ValueQuality.PermissionDenied,
        _ => ValueQuality.ReadFailed,
    };
}
