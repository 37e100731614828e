namespace Battery.Core.ChargeLimits;

/// <summary>The tools of laptop makers that set a charge limit where the system has no interface for it.</summary>
internal static class VendorTools
{
    // The beginning of the maker's name in the SMBIOS tables; the tool on Windows, and on Linux.
    private static readonly (string Vendor, string? Windows, string? Linux)[] s_tools =
    [
        ("Acer", "AcerSense or Acer Care Center", null),
        ("ASUS", "MyASUS", null),
        ("Dell", "Dell Optimizer or the BIOS setup", "Dell Command | Configure (cctk) or the BIOS setup"),
        ("Framework", "the BIOS setup", "framework_tool or the BIOS setup"),
        ("HP", "the BIOS setup (Battery Health Manager)", "the BIOS setup (Battery Health Manager)"),
        ("HUAWEI", "PC Manager", null),
        ("LENOVO", "Lenovo Vantage", null),
        ("LG", "LG Control Center", null),
        ("Micro-Star", "MSI Center", null),
        ("Microsoft", "the Surface app or the UEFI settings", "the UEFI settings"),
        ("Razer", "Razer Synapse", null),
        ("SAMSUNG", "Samsung Settings", null),
        ("System76", null, "system76-power"),
        ("TUXEDO", "TUXEDO Control Center", "TUXEDO Control Center"),
        ("Valve", null, "the settings of Steam"),
    ];

    /// <summary>What to use on Windows.</summary>
    /// <param name="vendor">The maker of the machine; null if it is not known.</param>
    public static string OnWindows(string? vendor) => Use(Find(vendor).Windows);

    /// <summary>What to use on Linux.</summary>
    /// <param name="vendor">The maker of the machine; null if it is not known.</param>
    public static string OnLinux(string? vendor) => Use(Find(vendor).Linux);

    private static (string Vendor, string? Windows, string? Linux) Find(string? vendor) =>
        Array.Find(s_tools, tool => vendor?.StartsWith(tool.Vendor, StringComparison.OrdinalIgnoreCase) == true);

    private static string Use(string? tool) => $"use {tool ?? "the tool of the machine's maker, or the BIOS setup"}";
}
