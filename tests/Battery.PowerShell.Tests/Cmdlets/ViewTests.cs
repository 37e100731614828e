using System.Xml.Linq;
using Battery.PowerShell.Tests.Shell;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>What stands at the prompt.</summary>
public class ViewTests
{
    public ViewTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");

    [Fact]
    public void The_table_shows_both_batteries_in_80_columns()
    {
        const string Expected = """

            Name              State                 Charge      Rate     Left  Health
            ----              -----                 ------      ----     ----  ------
            BAT0              Not charging ████████░░  80%     0.0 W              91%
            BAT1              Discharging  ███████░░░  68%     8.3 W   5h 12m     88%


            """;
        string output = Show("thinkpad-t480-dual", "");
        Assert.Equal(Expected, output);
        Assert.All(output.Split('\n'), static line => Assert.True(line.Length <= 80));
    }

    [Fact]
    public void Unknown_is_blank_and_not_0() =>
        Assert.Contains("\nBAT0              Full         ██████████ 100%                           \n", Show("vendor-not-utf8", ""), StringComparison.Ordinal);

    // Of an enumeration remoting (depth 1) brings the name, Export-Clixml (depth 2) the number.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_object_from_another_machine_looks_the_same(int depth)
    {
        string script = Deserialized($"(Get-Battery -SysfsRoot '{new Fixture("thinkpad-t480-dual").Sysfs}')", depth);
        ShellRun run = ShellRun.Start("-Command", script);
        Assert.Equal(Show("thinkpad-t480-dual", ""), run.Output);
    }

    [Fact]
    public void The_list_shows_every_value_with_its_unit_in_the_order_of_the_object()
    {
        using var engine = new Engine();
        IEnumerable<string> properties = engine.GetBattery(("Name", "BAT1"), ("SysfsRoot", new Fixture("thinkpad-t480-dual").Sysfs)).Single().Properties.Select(static property => property.Name);
        string[] lines = ShowWith("List", "thinkpad-t480-dual", "BAT1").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(properties, lines.Select(static line => line.Split(':')[0].TrimEnd()));
        Assert.All(lines, static line => Assert.True(line.Length <= 80));
        Assert.Matches(@"(?m)^Energy +: \d+\.\d\d Wh$", string.Join('\n', lines));
        Assert.Matches("(?m)^Temperature +:$", string.Join('\n', lines.Select(static line => line.TrimEnd())));
    }

    [Fact]
    public void The_wide_view_shows_names_and_percentages() =>
        Assert.Matches(@"^\s*BAT0 80%\s+BAT1 68%\s*$", ShowWith("Wide", "thinkpad-t480-dual", "*"));

    [Theory]
    [InlineData("List", 1)]
    [InlineData("List", 2)]
    [InlineData("Wide", 1)]
    public void An_object_from_another_machine_looks_the_same_in_other_views(string view, int depth)
    {
        // The moment of reading differs between the two, so it is left out.
        static string[] Lines(string text) => [.. text.Split('\n').Where(static line => !line.StartsWith("Timestamp", StringComparison.Ordinal))];
        Assert.Equal(Lines(ShowWith(view, "thinkpad-t480-dual", "*")), Lines(ShowWith(view, "thinkpad-t480-dual", "*", depth)));
    }

    [Theory]
    [InlineData(106.0, "██████████ 106%")]
    [InlineData(-6.0, "░░░░░░░░░░  -6%")]
    public void A_bar_stays_in_its_column_whatever_it_is_given(double percentage, string bar)
    {
        using var engine = new Engine();
        Assert.Equal(bar, engine.Script(FormattableString.Invariant($"[Battery.PowerShell.Formatting.BatteryFormat]::ChargeBar({percentage})")).Single().BaseObject);
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

    // The engine's core has no Format-List; of several views Out-Default takes the first, so a copy of the module has but one.
    private static string ShowWith(string view, string machine, string name, int? depth = null)
    {
        string folder = Directory.CreateTempSubdirectory("battery-view-").FullName;
        try
        {
            string file = Path.Combine(folder, "Battery.Format.ps1xml");
            var format = XDocument.Load(Repository.At("module", "Battery.Format.ps1xml"));
            format.Descendants("View").Where(other => other.Element("Name")!.Value != $"Battery.BatteryInfo.{view}").Remove();
            format.Save(file);
            string source = Path.GetDirectoryName(Engine.ModulePath)!;
            foreach (string other in new[] { "Battery.psd1", "Battery.Types.ps1xml", "Battery.PowerShell.dll", "runtimes" })
            {
                if (other == "runtimes")
                {
                    Directory.CreateSymbolicLink(Path.Combine(folder, other), Path.Combine(source, other));
                }
                else
                {
                    File.Copy(Path.Combine(source, other), Path.Combine(folder, other));
                }
            }

            string get = $"Get-Battery '{name}' -SysfsRoot '{new Fixture(machine).Sysfs}'";
            string script = depth is { } levels ? Deserialized($"({get})", levels) : get;
            ShellRun run = ShellRun.Start("-Module", Path.Combine(folder, "Battery.psd1"), "-Command", script);
            Assert.Empty(run.Error);
            return run.Output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Deserialized(string expression, int depth) =>
        $"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize({expression}, {depth}))";

    private static string Show(string machine, string arguments) =>
        ShellRun.Start("-Command", $"Get-Battery {arguments} -SysfsRoot '{new Fixture(machine).Sysfs}'").Output;
}
