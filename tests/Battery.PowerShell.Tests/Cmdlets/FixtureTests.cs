using System.Management.Automation;
using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>PowerShell reads the expected values of every recorded machine, of all systems.</summary>
public class FixtureTests
{
    public static TheoryData<string, string> Machines => [.. Fixture.All];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Get_Battery_and_Get_BatteryManager_read_what_is_expected(string machine, string system)
    {
        using var engine = new Engine();
        var fixture = new Fixture(machine, system);
        string source = system == "linux" && OperatingSystem.IsLinux() ? "SysfsRoot" : "Recording";
        JsonArray batteries = [.. engine.GetBattery((source, fixture.Recording), ("Scope", "All")).Select(ToJson)];
        using var manager = (BatteryManager)engine.Invoke("Get-BatteryManager", (source, fixture.Recording)).Single().BaseObject;
        Assert.Empty(engine.Errors);

        // Times are whole seconds in PowerShell.
        var actual = new JsonObject
        {
            ["external_power"] = Word(manager.ExternalPower.ToString()) ?? "unknown",
            ["batteries"] = batteries,
            ["adapters"] = new JsonArray([.. manager.Adapters.Select(ToJson)]),
        };
        ExpectedValues.AssertEqual(fixture.Expected, actual, seconds: 0.5);
    }

    private static JsonObject ToJson(BatteryAdapter adapter) => new()
    {
        ["name"] = adapter.Name,
        ["type"] = Word(adapter.Type.ToString()),
        ["is_online"] = adapter.IsOnline,
        ["voltage_v"] = adapter.Voltage,
        ["current_a"] = adapter.Current,
        ["max_power_w"] = adapter.MaximumPower,
    };

    private static JsonObject ToJson(PSObject battery) =>
        new(TableValue.All.Select(value => KeyValuePair.Create(value.Key, ToJson(battery.Properties[value.Name].Value))));

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        Enum set when set.GetType().IsDefined(typeof(FlagsAttribute), false) =>
            set.ToString() == "Unknown" ? null : new JsonArray([.. set.ToString().Split(", ").Select(static name => (JsonNode?)Word(name))]),
        Enum word => Word(word.ToString()),
        TimeSpan time => time.TotalSeconds,
        DateTime date => date.ToString("yyyy-MM-dd", null),
        double number => number,
        int number => (double)number,
        _ => value.ToString(),
    };

    // The fixtures spell enumerations with hyphens.
    private static string? Word(string name) => name switch
    {
        "Unknown" => null,
        _ => string.Concat(name.Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant(),
    };
}
