using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Compares the header with what version 0.1.0 declared: source that was written for it still compiles.</summary>
public partial class ReleasedAbiTests
{
    // What the changelog lists as incompatible, and types that are compatible.
    private static readonly Dictionary<string, string> s_changes = new()
    {
        ["battery_recording_saving"] = "battery_recording_flags",
        ["BATTERY_RECORDING_SAVING"] = "BATTERY_RECORDING_FLAGS",
        ["int battery_get_current"] = "int32_t battery_get_current",
    };

    private static readonly string[] s_released = [.. File.ReadLines(Repository.At("tests", "Battery.Ffi.Tests", "battery-0.1.0.abi"))
        .Where(static line => line[0] != '#')
        .Select(static line => s_changes.Aggregate(line, static (text, change) => text.Replace(change.Key, change.Value, StringComparison.Ordinal)))];

    [Fact]
    public void Present_list_has_every_line_of_version_0_1_0()
    {
        string[] present = File.ReadAllLines(Repository.At("src", "Battery.Ffi", "include", "battery.abi"));
        Assert.Empty(s_released.Except(present));
    }

    [Fact]
    public void Upgrade_notes_name_what_changed_since_version_0_1_0()
    {
        string notes = File.ReadAllText(Repository.At("docs", "upgrading.md"));
        Assert.All(s_changes, change => Assert.Matches($"`{change.Key}.*`{change.Value}", notes));
    }

    [Fact]
    public void Header_says_since_0_1_0_for_the_functions_of_version_0_1_0_and_for_no_other()
    {
        string header = File.ReadAllText(Repository.At("src", "Battery.Ffi", "include", "battery.h"));
        IEnumerable<string> since = Function().Matches(header)
            .Where(static match => match.Groups["since"].Value == "0.1.0")
            .Select(static match => match.Groups["name"].Value);
        IEnumerable<string> released = s_released
            .Select(static line => Name().Match(line).Value)
            .Where(static name => name.Length > 0);
        Assert.Equal(released.Order(StringComparer.Ordinal), since.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"Since: (?<since>\S+)\n \*/\n[^(]*\b(?<name>battery_\w+)\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"\bbattery_\w+(?=\()")]
    private static partial Regex Name();
}
