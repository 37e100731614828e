using Battery.Core.ChargeLimits;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>What a Windows machine responses about its power: the running system, or a recording of another one.</summary>
internal interface IWindowsBackend
{
    /// <summary>The devices of the battery class, in any order, empty bays too.</summary>
    /// <exception cref="BatteryException">The devices cannot be listed.</exception>
    List<IBatteryClassDevice> ListDevices();

    /// <summary>Writes the bytes of SYSTEM_POWER_STATUS.</summary>
    /// <returns>0, or an error of <see cref="Win32Error"/>.</returns>
    int QueryPowerStatus(Span<byte> response);

    /// <summary>Whether serial numbers are as the machine reported them; a recording may have them masked.</summary>
    bool KeepsSerialNumbers => true;

    /// <summary>Why no charge limit can be set, and what to use instead.</summary>
    string ChargeLimitReason => UnsupportedChargeLimit.Recording;

    /// <summary>Subscribes to the system's notifications of changes.</summary>
    IChangeNotifier OpenNotifier();
}

/// <summary>
/// A device of the battery class: a bay that may contain a battery. It returns the output buffers of the battery ioctls,
/// either from the driver or from a recording. Used by one thread at a time.
/// </summary>
internal interface IBatteryClassDevice
{
    /// <summary>The device's path, for example <c>\\?\ACPI#PNP0C0A#1#{72631e54-78a4-11d0-bcf7-00aa00b7b32a}</c>.</summary>
    string Path { get; }

    /// <summary>IOCTL_BATTERY_QUERY_TAG: which battery is there. The first request of each reading.</summary>
    /// <returns>0, or an error of <see cref="Win32Error"/>.</returns>
    int QueryTag(out uint tag);

    /// <summary>IOCTL_BATTERY_QUERY_INFORMATION.</summary>
    /// <param name="tag">The battery. If another one is in the bay, the request fails.</param>
    /// <param name="level">The information that is requested.</param>
    /// <param name="response">The output buffer.</param>
    /// <param name="length">The number of bytes written.</param>
    /// <returns>0, or an error.</returns>
    int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> response, out int length);

    /// <summary>IOCTL_BATTERY_QUERY_STATUS, without waiting.</summary>
    /// <param name="tag">The battery.</param>
    /// <param name="response">The output buffer.</param>
    /// <param name="length">The number of bytes written.</param>
    /// <returns>0, or an error.</returns>
    int QueryStatus(uint tag, Span<byte> response, out int length);

    /// <summary>Ends a reading: closes the device. The next request opens it again.</summary>
    void Release();
}
