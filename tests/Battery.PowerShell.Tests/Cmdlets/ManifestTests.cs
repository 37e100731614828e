using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

public class ManifestTests
{
    [Fact]
    public void Version_of_the_manifest_is_that_of_the_build()
    {
        string version = Regex.Match(File.ReadAllText(Repository.At("Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value;
        using var engine = new Engine();
        Assert.Equal(version, engine.Run("Get-Module", ("Name", "Battery")).Single().Properties["Version"].Value.ToString());
    }

    [Fact]
    public void Exported_commands_are_all_cmdlets_of_the_assembly()
    {
        using var engine = new Engine();
        IEnumerable<string> exported = engine.Run("Get-Command", ("Module", "Battery")).Select(static command => (string)command.Properties["Name"].Value);

        // The generated help has every class with [Cmdlet].
        Assert.Equal(HelpTests.Commands.Select(static row => row.Data), exported);
    }
}
