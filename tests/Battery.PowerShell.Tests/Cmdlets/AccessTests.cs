using System.Management.Automation;
using System.Runtime.Versioning;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>What a user may not read. The test takes its own rights away for the call, which a script cannot.</summary>
public class AccessTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Get_Battery_reports_a_folder_that_may_not_be_read_and_what_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has an identity for files of each thread");
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery");
        string folder = Path.GetDirectoryName(tree.Folder("BAT0"))!;
        tree.OpenToAll();
        UnixFileMode own = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.None);
        using var engine = new Engine(onCallersThread: true);
        ErrorRecord? error = null;
        Unprivileged.Run(() => error = Record.Exception(() => engine.GetBattery(("SysfsRoot", tree.Sysfs))) is CmdletInvocationException failure
            ? failure.ErrorRecord : null);
        File.SetUnixFileMode(folder, own);
        Assert.Equal("AccessDenied,Battery.PowerShell.Commands.GetBatteryCommand", error?.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error!.CategoryInfo.Category);
        Assert.Equal(tree.Sysfs, error.TargetObject);
        Assert.Contains(folder, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Run as a user who has access to it.", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Set_BatteryChargeLimit_reports_an_attribute_that_may_not_be_written_and_what_to_do()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has an identity for files of each thread");
        Assert.SkipUnless(Environment.UserName == "root", "the files must be those of another user");
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50").File("BAT0", "charge_control_end_threshold", "100\n");
        tree.OpenToAll();
        using var engine = new Engine(onCallersThread: true);
        Unprivileged.Run(() => engine.Script($"Set-BatteryChargeLimit BAT0 -End 80 -SysfsRoot '{tree.Sysfs}'"));
        ErrorRecord error = Assert.Single(engine.Errors);
        Assert.Equal("AccessDenied,Battery.PowerShell.Commands.SetBatteryChargeLimitCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
        Assert.Contains("Permission denied; run as root, or let a group write", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("sudo", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
