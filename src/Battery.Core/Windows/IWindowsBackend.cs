using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>What a Windows machine answers about its power: the running system, or a recording of another one.</summary>
internal interface IWindowsBackend
{
    /// <summary>The devices of the battery class, in any order, empty bays too.</summary>
    /// <exception cref="BatteryException">The list as a whole cannot be had.</exception>
    List<IBatteryClassDevice> ListDevices();

    /// <summary>Writes the bytes of SYSTEM_POWER_STATUS.</summary>
    /// <returns>0, or an error of <see cref="Win32Error"/>.</returns>
    int QueryPowerStatus(Span<byte> answer);

    /// <summary>Opens the system's announcements of changes.</summary>
    IChangeNotifier OpenNotifier();
}

/// <summary>
/// One device of the battery class: a place where a battery may be. It gives the raw answers of the battery ioctls; a port
/// of the running system asks the driver, one of a recording what was written down. Used by one thread at a time.
/// </summary>
internal interface IBatteryClassDevice
{
    /// <summary>The device's path, as <c>\\?\ACPI#PNP0C0A#1#{72631e54-78a4-11d0-bcf7-00aa00b7b32a}</c>.</summary>
    string Path { get; }

    /// <summary>Asks by IOCTL_BATTERY_QUERY_TAG which battery is there. The first question of each reading.</summary>
    /// <returns>0, or the error of <see cref="Win32Error"/> that the system gave.</returns>
    int QueryTag(out uint tag);

    /// <summary>Asks by IOCTL_BATTERY_QUERY_INFORMATION.</summary>
    /// <param name="tag">The battery that is meant: of another one the port says nothing.</param>
    /// <param name="level">What is asked.</param>
    /// <param name="answer">Where the answer goes.</param>
    /// <param name="length">How many bytes of it there are.</param>
    /// <returns>0, or an error.</returns>
    int QueryInformation(uint tag, BatteryInformationLevel level, Span<byte> answer, out int length);

    /// <summary>Asks by IOCTL_BATTERY_QUERY_STATUS, without waiting.</summary>
    /// <param name="tag">The battery that is meant.</param>
    /// <param name="answer">Where the answer goes.</param>
    /// <param name="length">How many bytes of it there are.</param>
    /// <returns>0, or an error.</returns>
    int QueryStatus(uint tag, Span<byte> answer, out int length);

    /// <summary>Ends a reading: what was opened to ask is closed. The next question opens it again.</summary>
    void Release();
}
