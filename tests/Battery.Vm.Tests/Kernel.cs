using Battery.Tests.Shared;

namespace Battery.Vm.Tests;

/// <summary>The kernel and the drivers of Debian's linux-image-amd64, unpacked into artifacts once and installed nowhere.</summary>
internal static class Kernel
{
    private const string Package = "linux-image-amd64";

    /// <summary>The drivers that each guest loads, in the order in which they need each other.</summary>
    public static IReadOnlyList<string> Basic { get; } = ["hid", "hid-generic", "uhid", "ac", "fan", "battery"];

    /// <summary>The driver of ThinkPads, which has charge thresholds, and what it needs.</summary>
    public static IReadOnlyList<string> ThinkPad { get; } =
        ["soundcore", "snd", "ledtrig-audio", "rfkill", "nvram", "platform_profile", "drm", "wmi", "video", "thinkpad_acpi"];

    /// <summary>The driver of smart batteries, and an adapter whose registers a program writes, with their parameters.</summary>
    public static IReadOnlyList<string> SmartBattery { get; } = ["i2c-dev", "i2c-stub chip_addr=0x0b functionality=0xffff0000", "sbs-battery"];

    private static IEnumerable<string> Modules => Basic.Concat(ThinkPad).Concat(SmartBattery).Select(static line => line.Split(' ')[0]);

    private static readonly string s_folder = Repository.At("artifacts", "vm", "kernel");
    private static readonly Lazy<bool> s_isThere = new(() => IsUnpacked() || Download());

    /// <summary>The kernel's image.</summary>
    public static string Image => Get("vmlinuz-*");

    /// <summary>The file of a driver.</summary>
    public static string Module(string name) => Get(name + ".ko");

    private static string Get(string pattern)
    {
        _ = s_isThere.Value;
        return Find(pattern)!;
    }

    private static string? Find(string pattern) => Directory.EnumerateFiles(s_folder, pattern, SearchOption.AllDirectories).FirstOrDefault();

    // An older folder lacks the drivers that were added since.
    private static bool IsUnpacked() => Directory.Exists(s_folder) && Modules.All(static module => Find(module + ".ko") is not null);

    private static bool Download()
    {
        Assert.SkipUnless(Command.Exists("apt-get") && Command.Exists("dpkg-deb"), "the kernel comes as a Debian package, and apt-get or dpkg-deb is missing");
        DirectoryInfo unpacked = Directory.CreateTempSubdirectory("battery-kernel-");
        try
        {
            // The package of that name only depends on the newest kernel's.
            CommandResult result = Command.Run("sh", ["-c", $$"""
                set -e
                apt-get -qq download "$(apt-cache depends {{Package}} | awk '/Depends: linux-image/ { print $2; exit }')"
                """], unpacked.FullName);
            Assert.SkipUnless(result.ExitCode == 0, $"apt-get cannot download {Package} (apt-get update may help): {result.Error.Trim()}");
            result = Command.Run("sh", ["-c", $$"""
                set -e
                dpkg-deb --fsys-tarfile *.deb > all.tar
                tar -xf all.tar --wildcards './boot/vmlinuz-*' {{string.Join(' ', Modules.Select(static module => $"'*/{module}.ko*'"))}}
                rm all.tar *.deb
                find . -name '*.ko.xz' -exec busybox unxz {} +
                rm -rf '{{s_folder}}' '{{s_folder}}.new'
                mkdir -p '{{s_folder}}.new'
                cp -r . '{{s_folder}}.new'
                mv '{{s_folder}}.new' '{{s_folder}}'
                """], unpacked.FullName);
            Assert.True(result.ExitCode == 0, $"the kernel's package lacks its image or a driver: {result.Error.Trim()}");
            return true;
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
    }
}
