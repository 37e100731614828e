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
        PSObject manager = engine.Run("Get-BatteryManager", (source, fixture.Recording)).Single();
        using var opened = (IDisposable)manager.BaseObject;
        Assert.Empty(engine.Errors);

        // Times are whole seconds in PowerShell.
        var actual = new JsonObject
        {
            ["external_power"] = Word(manager.Properties["ExternalPower"].Value.ToString()!) ?? "unknown",
            ["batteries"] = batteries,
            ["adapters"] = new JsonArray([.. ((IEnumerable<object>)manager.Properties["Adapters"].Value).Select(static adapter => AdapterToJson(new(adapter)))]),
        };
        ExpectedValues.AssertEqual(fixture.Expected, actual, seconds: 0.5);
    }

    private static JsonObject AdapterToJson(PSObject adapter) => new()
    {
        ["name"] = ToJson(adapter.Properties["Name"].Value),
        ["type"] = ToJson(adapter.Properties["Type"].Value),
        ["is_online"] = adapter.Properties["IsOnline"].Value is bool isOnline ? isOnline : null,
        ["voltage_v"] = ToJson(adapter.Properties["Voltage"].Value),
        ["current_a"] = ToJson(adapter.Properties["Current"].Value),
        ["max_power_w"] = ToJson(adapter.Properties["MaximumPower"].Value),
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
