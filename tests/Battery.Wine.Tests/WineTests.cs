using System.Text;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Wine.Tests;

/// <summary>The Windows source through the real SetupAPI and ioctls, by the C ABI and by the module in PowerShell.</summary>
public sealed partial class WineTests(WineRun run) : IClassFixture<WineRun>
{
    public static TheoryData<string> Names { get; } = [.. NamesIn("scenarios.c", ScenarioInC()), .. NamesIn("module.ps1", ScenarioInPowerShell())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_has_the_expected_result(string name)
    {
        Scenario? scenario = run.Scenarios.SingleOrDefault(scenario => scenario.Name == name);
        Assert.True(scenario is not null, "the run in Wine ended before this scenario; see the log");
        Assert.SkipWhen(scenario.Outcome.StartsWith("skipped", StringComparison.Ordinal), scenario.Outcome);
        Assert.Equal("ok", scenario.Outcome);
    }

    [Fact]
    public void Library_contains_no_path_of_the_machine_that_built_it()
    {
        Assert.NotEmpty(run.Scenarios);
        byte[] path = Encoding.UTF8.GetBytes(Repository.Root);
        Assert.Equal(-1, File.ReadAllBytes(Path.Combine(WindowsBuild.Folder, "battery.dll")).AsSpan().IndexOf(path));
    }

    private static IEnumerable<string> NamesIn(string file, Regex scenario) =>
        scenario.Matches(File.ReadAllText(Repository.At("tests", "wine", file))).Select(static match => match.Groups[1].Value);

    [GeneratedRegex("""^    \{"([^"]+)", \w+\},$""", RegexOptions.Multiline)]
    private static partial Regex ScenarioInC();

    [GeneratedRegex("""^    '([^']+)' = \{$""", RegexOptions.Multiline)]
    private static partial Regex ScenarioInPowerShell();
}
