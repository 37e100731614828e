using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

[Collection("Waiting")]
public sealed class BatteryManagerTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _thinkpad = new Fixture("thinkpad-t480-dual").Sysfs;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void It_tells_the_library_and_the_machine()
    {
        PSObject manager = Assert.Single(_engine.Run("Get-BatteryManager", ("SysfsRoot", _thinkpad)));
        Assert.Equal("Battery.BatteryManager", manager.TypeNames[0]);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)manager.Properties["LibraryVersion"].Value);
        Assert.True(File.Exists((string)manager.Properties["LibraryPath"].Value));
        Assert.Contains((string)manager.Properties["RuntimeIdentifier"].Value, (string)manager.Properties["LibraryPath"].Value, StringComparison.Ordinal);
        Assert.Equal("sysfs", manager.Properties["Backend"].Value);
        Assert.Equal(_thinkpad, manager.Properties["SysfsRoot"].Value);
        Assert.Equal(2, manager.Properties["BatteryCount"].Value);
        Assert.Equal("Offline", manager.Properties["ExternalPower"].Value.ToString());
        Assert.Equal(false, manager.Properties["HasEvents"].Value);
    }

    [Fact]
    public void Its_count_is_of_now_and_leaves_peripherals_out()
    {
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50").Supply("mouse", "TYPE=Battery", "SCOPE=Device", "CAPACITY=50");
        PSObject manager = Assert.Single(_engine.Run("Get-BatteryManager", ("SysfsRoot", tree.Sysfs)));
        Assert.Equal(1, manager.Properties["BatteryCount"].Value);
        tree.Supply("BAT1", "TYPE=Battery", "CAPACITY=50");
        Assert.Equal(2, manager.Properties["BatteryCount"].Value);
    }

    [Theory]
    [InlineData("$m | Get-Battery", "BAT0 BAT1")]
    [InlineData("Get-Battery -Manager $m", "BAT0 BAT1")]
    [InlineData("Get-Battery -Manager $m -Name *1", "BAT1")]
    [InlineData("$m, $m | Get-Battery BAT0", "BAT0 BAT0")]
    [InlineData("$m | Get-Battery -Scope Peripheral", "")]
    public void Get_Battery_reads_through_it(string command, string names) =>
        Assert.Equal(names, string.Join(' ', _engine.Script($"$m = Get-BatteryManager -SysfsRoot '{_thinkpad}'; {command}").Select(static battery => battery.Properties["Name"].Value)));

    [Fact]
    public void A_disposed_one_is_an_error_that_leaves_the_others()
    {
        Assert.Equal(2, _engine.Script($"$a = Get-BatteryManager -SysfsRoot '{_thinkpad}'; $b = Get-BatteryManager -SysfsRoot '{_thinkpad}'; $a.Dispose(); $a.Dispose(); $a, $b | Get-Battery").Count);
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.Equal("ManagerDisposed,Battery.PowerShell.Commands.GetBatteryCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
        Assert.Equal("The battery manager was disposed.", error.ToString());
        Assert.Contains("Get-BatteryManager", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_does_not_exist_is_one_clear_error() =>
        Assert.StartsWith("SysfsRootNotFound", Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.Run("Get-BatteryManager", ("SysfsRoot", "/no/such/root")))).ErrorRecord.FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_battery_is_read_again()
    {
        using var tree = new TemporaryTree();
        tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "SERIAL_NUMBER=1").Supply("BAT1", "TYPE=Battery", "CAPACITY=60", "SERIAL_NUMBER=2").Supply("BAT2", "TYPE=Battery", "CAPACITY=70");
        _engine.Script($"$all = Get-Battery -SysfsRoot '{tree.Sysfs}'");
        tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=49", "SERIAL_NUMBER=1").Supply("BAT1", "TYPE=Battery", "CAPACITY=60", "SERIAL_NUMBER=9").Remove("BAT2");
        PSObject again = Assert.Single(_engine.Script("$all | Get-Battery"));
        Assert.Equal(49.0, again.Properties["Percentage"].Value);
        Assert.All(_engine.Errors, static error => Assert.StartsWith("BatteryGone,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(
            ["The battery 'BAT1' is another one now: its serial number was 2 and is 9.", "The battery 'BAT2' was removed."],
            _engine.Errors.Select(static error => error.ToString()));
    }
}
