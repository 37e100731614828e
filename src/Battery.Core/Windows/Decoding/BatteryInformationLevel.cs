namespace Battery.Core.Windows.Decoding;

/// <summary>The information that IOCTL_BATTERY_QUERY_INFORMATION returns: BATTERY_QUERY_INFORMATION_LEVEL of poclass.h.</summary>
internal enum BatteryInformationLevel
{
    /// <summary><see cref="BatteryInformation"/>.</summary>
    Information = 0,

    /// <summary><see cref="BatteryTemperature"/>.</summary>
    Temperature = 2,

    /// <summary><see cref="BatteryEstimatedTime"/>.</summary>
    EstimatedTime = 3,

    /// <summary>The model's name, a <see cref="BatteryText"/>.</summary>
    DeviceName = 4,

    /// <summary><see cref="BatteryManufactureDate"/>.</summary>
    ManufactureDate = 5,

    /// <summary>The manufacturer's name, a <see cref="BatteryText"/>.</summary>
    ManufactureName = 6,

    /// <summary>What tells the battery from all others: serial number, manufacturer and model in one string, a <see cref="BatteryText"/>.</summary>
    UniqueId = 7,

    /// <summary>The serial number, a <see cref="BatteryText"/>.</summary>
    SerialNumber = 8,
}
