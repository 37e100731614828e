using System.Management.Automation;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>Objects that come from another process: through remoting and jobs with depth 1, Export-Clixml with depth 2.</summary>
[Collection("Waiting")]
public sealed class TravelTests : IDisposable
{
    private readonly Engine _engine = new();
    private readonly string _thinkpad = new Fixture("thinkpad-t480-dual").Sysfs;

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(1, "BAT1")]
    [InlineData(2, "BAT1")]
    [InlineData(5, "BAT0")]
    public void A_battery_arrives_whole(int depth, string name)
    {
        PSObject sent = _engine.GetBattery(("Name", name), ("SysfsRoot", _thinkpad)).Single();
        PSObject arrived = Travel(sent, depth);
        Assert.Equal("Battery.BatteryInfo", arrived.BaseObject.GetType().FullName);
        Assert.All(sent.Properties.Where(static property => property.MemberType == PSMemberTypes.Property), property => Assert.Equal(property.Value, arrived.Properties[property.Name].Value));
    }

    [Fact]
    public void A_total_arrives_whole()
    {
        PSObject sent = _engine.Run("Get-Battery", ("Total", true), ("SysfsRoot", _thinkpad)).Single();
        PSObject arrived = Travel(sent, 1);
        Assert.Equal("Battery.BatteryTotal", arrived.BaseObject.GetType().FullName);
        Assert.All(sent.Properties, property => Assert.Equal(property.Value, arrived.Properties[property.Name].Value));
    }

    [Fact]
    public void A_manager_arrives_as_what_it_said_and_not_as_a_manager()
    {
        PSObject arrived = Travel(_engine.Run("Get-BatteryManager", ("SysfsRoot", _thinkpad)).Single(), 1);
        Assert.Equal("Deserialized.Battery.BatteryManager", arrived.TypeNames[0]);
        Assert.Equal("sysfs", arrived.Properties["Backend"].Value);
    }

    [Fact]
    public void What_another_version_of_the_module_does_not_say_is_unknown()
    {
        string text = PSSerializer.Serialize(_engine.GetBattery(("Name", "BAT1"), ("SysfsRoot", _thinkpad)).Single(), 1);
        string other = text.Replace("N=\"Voltage\"", "N=\"Electromotive\"", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        PSObject arrived = _engine.Run("ForEach-Object", ("Process", ScriptBlock.Create($"[System.Management.Automation.PSSerializer]::Deserialize(@'\n{other}\n'@)")), ("InputObject", 1)).Single();
        Assert.Null(arrived.Properties["Voltage"].Value);
        Assert.Equal(68.0, arrived.Properties["Percentage"].Value);
    }

    private PSObject Travel(PSObject sent, int depth)
    {
        _engine.Script("function Receive-It($text) { [System.Management.Automation.PSSerializer]::Deserialize($text) }");
        return _engine.Run("Receive-It", ("text", PSSerializer.Serialize(sent, depth))).Single();
    }
}
