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
        Assert.Equal("Run as a user who may read it.", error.ErrorDetails.RecommendedAction);
    }
}
