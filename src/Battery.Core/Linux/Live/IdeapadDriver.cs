using Battery.Core.Linux.Native;

namespace Battery.Core.Linux.Live;

/// <summary>
/// The charge limit of Lenovo's IdeaPads: until Linux 6.17 ideapad_acpi reports it in a file of its own device, which here is a file of each
/// battery. Later kernels have it as the charge type long life of the battery.
/// </summary>
internal static class IdeapadDriver
{
    /// <summary>The name of the file.</summary>
    public static ReadOnlySpan<byte> FileName => "conservation_mode"u8;

    /// <summary>Whether a supply can be a battery that the driver is about.</summary>
    public static bool IsOfBattery(string supply) => supply.StartsWith("BAT", StringComparison.Ordinal);

    /// <summary>Finds the file: <c>/sys/bus/platform/drivers/ideapad_acpi/VPC2004:00/conservation_mode</c>.</summary>
    /// <param name="supply">The path of the battery's directory.</param>
    /// <returns>Its path; null if the driver is not loaded, or the machine has no such limit.</returns>
    public static byte[]? Find(ReadOnlySpan<byte> supply)
    {
        byte[] driver = SysfsPath.Combine(supply[..(supply.LastIndexOf((byte)'/') + 1)], "../../bus/platform/drivers/ideapad_acpi"u8);
        nint directory = LibC.OpenDirectory(driver);
        if (directory == 0)
        {
            return null;
        }

        byte[]? found = null;
        for (ReadOnlySpan<byte> name = LibC.NextName(directory); found is null && !name.IsEmpty; name = LibC.NextName(directory))
        {
            byte[] path = SysfsPath.Combine(SysfsPath.Combine(driver, name), FileName);
            found = name[0] != (byte)'.' && LibC.Identify(path) != default ? path : null;
        }

        LibC.CloseDirectory(directory);
        return found;
    }
}
