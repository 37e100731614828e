using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public sealed class CompletionTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _thinkpad = new Fixture("thinkpad-t480-dual").Sysfs;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Get-Battery -SysfsRoot {root} -Name ", "BAT0 BAT1")]
    [InlineData("Get-Battery -SysfsRoot {root} b", "BAT0 BAT1")]
    [InlineData("Get-Battery -SysfsRoot {root} -Name BAT1", "BAT1")]
    [InlineData("Watch-Battery -SysfsRoot {root} -Name ", "BAT0 BAT1")]
    [InlineData("Get-Battery -SysfsRoot {root} -Scope Peripheral -Name ", "")]
    [InlineData("Get-Battery -SysfsRoot /no/such/root -Name B", "")]
    public void Names_are_those_of_the_machine(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(line).Where(static match => match.ResultType == CompletionResultType.ParameterValue).Select(static match => match.CompletionText)));

    [Fact]
    public void A_tip_says_what_the_battery_does() =>
        Assert.Equal("BAT1: Discharging 68%", Assert.Single(Complete("Get-Battery -SysfsRoot {root} -Name BAT1")).ToolTip);

    [Fact]
    public void A_name_with_a_blank_is_quoted()
    {
        using var tree = new TemporaryTree();
        tree.Supply("my battery", "TYPE=Battery", "CAPACITY=50");
        string completed = Assert.Single(_engine.Complete($"Get-Battery -SysfsRoot {tree.Sysfs} -Name my")).CompletionText;
        Assert.Equal("'my battery'", completed);
        Assert.Single(_engine.Script($"Get-Battery -SysfsRoot {tree.Sysfs} -Name {completed}"));
    }

    [Theory]
    [InlineData("Get-Battery -Scope ", "All Peripheral System")]
    [InlineData("Watch-Battery -Until Ch", "Charging")]
    public void Words_are_completed(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(line).Select(static match => match.CompletionText).Order(StringComparer.Ordinal)));

    private IEnumerable<CompletionResult> Complete(string line) => _engine.Complete(line.Replace("{root}", _thinkpad, StringComparison.Ordinal));

    // A variable that the pipeline filled holds the manager wrapped.
    [Theory]
    [InlineData("$m = Get-BatteryManager -SysfsRoot '{0}'")]
    [InlineData("$m = [Battery.BatteryManager](Get-BatteryManager -SysfsRoot '{0}').PSObject.BaseObject")]
    public void Names_are_those_of_the_manager(string assignment)
    {
        _engine.Script(string.Format(null, assignment, new Fixture("thinkpad-t480-dual").Sysfs));
        Assert.Equal(["BAT0", "BAT1"], _engine.Complete("Get-Battery -Manager $m -Name ").Select(static result => result.CompletionText));
    }
}
