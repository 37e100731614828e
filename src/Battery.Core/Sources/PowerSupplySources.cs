using Battery.Core.Linux;
using Battery.Core.MacOS;
using Battery.Core.Model;
using Battery.Core.Windows;

namespace Battery.Core.Sources;

/// <summary>Opens the source of the running system.</summary>
public static class PowerSupplySources
{
    /// <summary>Opens the source of this system, or a copy of <c>/sys</c>.</summary>
    /// <param name="sysfsRoot">A directory to read instead of <c>/sys</c>, or null.</param>
    /// <exception cref="BatteryException">The directory does not exist, a directory cannot be read on this system, or this system is not supported.</exception>
    public static IPowerSupplySource Open(string? sysfsRoot)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid())
        {
            return LinuxSource.Open(sysfsRoot ?? LinuxSource.DefaultRoot);
        }

        if (sysfsRoot is not null)
        {
            throw new BatteryException(
                BatteryError.NotSupported,
                $"cannot open {sysfsRoot}: a sysfs root can be read on Linux only; omit it to read this machine, "
                + "or open a copy of a power_supply directory as a recording");
        }

        if (OperatingSystem.IsWindows())
        {
            return WindowsSource.Open();
        }

        if (OperatingSystem.IsMacOS())
        {
            return MacOSSource.Open();
        }

        throw new BatteryException(
            BatteryError.NotSupported,
            "this version of libbattery does not support this operating system; it supports Linux, macOS and Windows");
    }
}
