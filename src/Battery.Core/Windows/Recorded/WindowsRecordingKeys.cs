using Battery.Core.Windows.Decoding;

namespace Battery.Core.Windows.Recorded;

/// <summary>The keys of responses in a recording of Windows.</summary>
internal static class WindowsRecordingKeys
{
    /// <summary>The name of the device that holds responses of the machine as a whole.</summary>
    public const string Machine = "machine";

    /// <summary>Of the machine: SYSTEM_POWER_STATUS.</summary>
    public const string PowerStatus = "power-status";

    /// <summary>Of a device: IOCTL_BATTERY_QUERY_TAG.</summary>
    public const string Tag = "tag";

    /// <summary>Of a device: IOCTL_BATTERY_QUERY_STATUS.</summary>
    public const string Status = "status";

    // The unique id is not recorded: it contains the serial number. Nothing needs the granularity.
    private static readonly (BatteryInformationLevel Level, string Name)[] s_levels =
    [
        (BatteryInformationLevel.Information, "information"),
        (BatteryInformationLevel.Temperature, "temperature"),
        (BatteryInformationLevel.EstimatedTime, "estimated-time"),
        (BatteryInformationLevel.DeviceName, "device-name"),
        (BatteryInformationLevel.ManufactureDate, "manufacture-date"),
        (BatteryInformationLevel.ManufactureName, "manufacture-name"),
        (BatteryInformationLevel.SerialNumber, "serial-number"),
    ];

    /// <summary>Of a device: the levels of IOCTL_BATTERY_QUERY_INFORMATION that are recorded.</summary>
    public static ReadOnlySpan<(BatteryInformationLevel Level, string Name)> Levels => s_levels;

    /// <summary>The key of a level.</summary>
    public static string NameOf(BatteryInformationLevel level)
    {
        foreach ((BatteryInformationLevel one, string name) in s_levels)
        {
            if (one == level)
            {
                return name;
            }
        }

        return string.Empty;
    }
}
