using Battery.Core.Linux;
using Battery.Core.MacOS;
using Battery.Core.Model;

namespace Battery.Core.Sources;

/// <summary>The one place that picks a source for the system.</summary>
public static class PowerSupplySources
{
    /// <summary>Opens the source of this system, or a power_supply tree anywhere.</summary>
    /// <param name="sysfsRoot">A folder to read in place of <c>/sys</c>, or null.</param>
    /// <exception cref="BatteryException">The folder is not there, or this system has no source.</exception>
    public static IPowerSupplySource Open(string? sysfsRoot)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsAndroid())
        {
            return SysfsSource.Open(sysfsRoot ?? SysfsSource.DefaultRoot);
        }

        if (OperatingSystem.IsMacOS() && sysfsRoot is null)
        {
            return MacOSSource.Open();
        }

        throw new BatteryException(
            BatteryError.NotSupported,
            sysfsRoot is null
                ? "no source of battery readings for this operating system in this version of libbattery; Linux and macOS have one"
                : $"cannot open {sysfsRoot}: this version of libbattery reads power_supply trees on Linux only");
    }
}
