using System.Management.Automation;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public class ManifestTests
{
    [Fact]
    public void The_manifest_has_the_version_of_everything_else()
    {
        string version = Regex.Match(File.ReadAllText(Repository.At("Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        using var engine = new Engine();
        PSObject module = engine.Run("Get-Module", ("Name", "Battery")).Single();
        Assert.Equal(version, module.Properties["Version"].Value.ToString());
        Assert.Equal([
            "Export-BatteryReport", "Get-Battery", "Get-BatteryHistory", "Get-BatteryManager", "Measure-BatteryHistory", "Save-BatteryRecording", "Watch-Battery",
        ], engine.Run("Get-Command", ("Module", "Battery")).Select(static command => (string)command.Properties["Name"].Value));
    }
}
