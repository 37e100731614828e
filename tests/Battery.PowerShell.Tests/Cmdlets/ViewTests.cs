using System.Xml.Linq;
using Battery.PowerShell.Tests.Shell;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>What stands at the prompt.</summary>
public class ViewTests
{
    public ViewTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "this version reads Linux's power_supply only");

    [Fact]
    public void The_table_shows_both_batteries_in_80_columns()
    {
        const string Expected = """

            Name             State                 Charge      Rate     Left  Health
            ----             -----                 ------      ----     ----  ------
            BAT0             Not charging ████████░░  80%     0.0 W              91%
            BAT1             Discharging  ███████░░░  68%     8.3 W   5h 12m     88%


            """;
        string output = Show("thinkpad-t480-dual", "");
        Assert.Equal(Expected, output);
        Assert.All(output.Split('\n'), static line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void Unknown_is_blank_and_not_0() =>
        Assert.Contains("\nBAT0             Full         ██████████ 100%                           \n", Show("vendor-not-utf8", ""), StringComparison.Ordinal);

    [Fact]
    public void An_object_from_another_machine_looks_the_same()
    {
        string script = $"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-Battery -SysfsRoot '{new Fixture("thinkpad-t480-dual").Sysfs}')))";
        ShellRun run = ShellRun.Start("-Command", script);
        Assert.Equal(Show("thinkpad-t480-dual", ""), run.Output);
    }

    [Fact]
    public void Nothing_is_coloured_where_output_is_redirected() =>
        Assert.DoesNotContain("\u001b", Show("logitech-g935-headset", "-Scope All"), StringComparison.Ordinal);

    [Theory]
    [InlineData("usb-c-240-w", "\u001b[32m███░░░░░░░  32%")]
    [InlineData("logitech-g935-headset", "\u001b[31m░░░░░░░░░░   3%")]
    [InlineData("ten-slots", "\u001b[33m█░░░░░░░░░  10%")]
    [InlineData("thinkpad-t480-dual", "  ███████░░░  68%")]
    public void The_bar_is_coloured_by_level_and_state_where_there_is_colour(string machine, string bar)
    {
        // A test has no terminal, so the cell's own script is run.
        string cell = XDocument.Load(Repository.At("module", "Battery.Format.ps1xml")).Descendants("TableColumnItem").ElementAt(2).Element("ScriptBlock")!.Value;
        using var engine = new Engine();
        string script = $"Get-Battery -Scope All -SysfsRoot '{new Fixture(machine).Sysfs}' | ForEach-Object {{ {cell} }}";
        Assert.Contains(engine.Script(script), cell => ("  " + cell).Contains(bar, StringComparison.Ordinal));
    }

    private static string Show(string machine, string arguments) =>
        ShellRun.Start("-Command", $"Get-Battery {arguments} -SysfsRoot '{new Fixture(machine).Sysfs}'").Output;
}
