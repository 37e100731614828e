using System.Collections;
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
        PSObject manager = engine.Script($"Get-BatteryManager -{source} '{fixture.Recording}'").Single();
        using var opened = (IDisposable)manager.BaseObject;
        Assert.Empty(engine.Errors);

        // Times are whole seconds in PowerShell.
        var actual = new JsonObject
        {
            ["external_power"] = Word(manager.Properties["ExternalPower"].Value.ToString()!) ?? "unknown",
            ["batteries"] = batteries,
            ["adapters"] = new JsonArray([.. ((IEnumerable)manager.Properties["Adapters"].Value).Cast<object>().Select(AdapterToJson)]),
        };
        ExpectedValues.AssertEqual(fixture.Expected, actual, seconds: 0.5);
    }

    private static JsonObject AdapterToJson(object adapter)
    {
        PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(adapter).Properties;
        return new()
        {
            ["name"] = ToJson(properties["Name"].Value),
            ["type"] = ToJson(properties["Type"].Value),
            ["is_online"] = (bool?)properties["IsOnline"].Value,
            ["voltage_v"] = ToJson(properties["Voltage"].Value),
            ["current_a"] = ToJson(properties["Current"].Value),
            ["max_power_w"] = ToJson(properties["MaximumPower"].Value),
        };
    }

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
