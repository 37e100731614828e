using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public sealed class GetBatteryTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _thinkpad = new Fixture("thinkpad-t480-dual").Sysfs;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("BAT*", "BAT0", "BAT1")]
    [InlineData("bat1", "BAT1")]
    [InlineData("*[0]", "BAT0")]
    public void Names_may_be_wildcards_and_ignore_case(string name, params string[] expected) =>
        Assert.Equal(expected, Names(_engine.GetBattery(("Name", name), ("SysfsRoot", _thinkpad))));

    [Fact]
    public void Several_names_give_each_battery_once_in_natural_order() =>
        Assert.Equal(["BAT0", "BAT1"], Names(_engine.GetBattery(("Name", new[] { "BAT1", "BAT*", "BAT0" }), ("SysfsRoot", _thinkpad))));

    [Fact]
    public void Names_come_from_the_pipeline() =>
        Assert.Equal(["BAT1", "BAT0"], Names(_engine.Script($"'BAT1', 'BAT0' | Get-Battery -SysfsRoot '{_thinkpad}'")));

    [Fact]
    public void A_name_that_is_not_there_is_one_error_that_says_which_are()
    {
        Assert.Equal(["BAT0"], Names(_engine.GetBattery(("Name", new[] { "BAT7", "BAT0" }), ("SysfsRoot", _thinkpad))));
        ErrorRecord error = Assert.Single(_engine.Errors);
        Assert.Equal("BatteryNotFound,Battery.PowerShell.Commands.GetBatteryCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("BAT7", error.TargetObject);
        Assert.Contains("BAT0, BAT1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wildcard_that_matches_nothing_is_no_error()
    {
        Assert.Empty(_engine.GetBattery(("Name", "X*"), ("SysfsRoot", _thinkpad), ("Verbose", true)));
        Assert.Empty(_engine.Errors);
        Assert.Contains(_engine.Verbose, static message => message.Contains("X*", StringComparison.Ordinal));
    }

    [Fact]
    public void No_battery_is_no_output_no_error_and_a_verbose_message()
    {
        Assert.Empty(_engine.GetBattery(("SysfsRoot", new Fixture("desktop").Sysfs), ("Verbose", true)));
        Assert.Empty(_engine.Errors);
        Assert.Contains(_engine.Verbose, static message => message.StartsWith("No battery", StringComparison.Ordinal));
    }

    [Fact]
    public void A_root_that_does_not_exist_is_one_clear_error()
    {
        var error = Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.GetBattery(("SysfsRoot", "/no/such/root")))).ErrorRecord;
        Assert.StartsWith("SysfsRootNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("/no/such/root", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_of_another_provider_is_an_error()
    {
        var error = Assert.IsType<CmdletInvocationException>(Record.Exception(() => _engine.GetBattery(("SysfsRoot", "Env:\\PATH")))).ErrorRecord;
        Assert.StartsWith("SysfsRootNotFileSystem", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("System", "BAT0")]
    [InlineData("Peripheral", "hidpp_battery_0")]
    [InlineData("All", "BAT0", "hidpp_battery_0")]
    public void Scope_chooses_whose_batteries(string scope, params string[] expected) =>
        Assert.Equal(expected, Names(_engine.GetBattery(("Scope", scope), ("SysfsRoot", new Fixture("lenovo-with-mouse").Sysfs))));

    [Fact]
    public void Objects_are_typed_and_unknown_is_null()
    {
        PSObject battery = _engine.GetBattery(("Name", "BAT0"), ("SysfsRoot", _thinkpad)).Single();
        Assert.Equal("Battery.BatteryInfo", battery.TypeNames[0]);
        Assert.IsType<double>(battery.Properties["Energy"].Value);
        Assert.Null(battery.Properties["Temperature"].Value);
        Assert.Null(battery.Properties["TimeToEmpty"].Value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)battery.Properties["Timestamp"].Value).Kind);
    }

    private static IEnumerable<string> Names(IEnumerable<PSObject> batteries) => batteries.Select(static battery => (string)battery.Properties["Name"].Value);
}
