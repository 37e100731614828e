using System.Management.Automation;
using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.PowerShell.Tests.Cmdlets;

/// <summary>The same right numbers of every recorded machine, of whichever system, from PowerShell.</summary>
public class FixtureTests
{
    private static readonly (string Key, string Property)[] s_properties =
    [
        ("name", "Name"), ("kind", "Kind"), ("scope", "Scope"), ("state", "State"), ("technology", "Technology"), ("capacity_level", "CapacityLevel"),
        ("percentage", "Percentage"), ("energy_wh", "Energy"), ("energy_full_wh", "EnergyFull"), ("energy_full_design_wh", "EnergyFullDesign"),
        ("energy_rate_w", "EnergyRate"), ("voltage_v", "Voltage"), ("temperature_c", "Temperature"), ("state_of_health_percent", "StateOfHealth"),
        ("cycle_count", "CycleCount"), ("time_to_full_s", "TimeToFull"), ("time_to_empty_s", "TimeToEmpty"),
        ("charge_start_threshold_percent", "ChargeStartThreshold"), ("charge_end_threshold_percent", "ChargeEndThreshold"),
        ("charge_ah", "Charge"), ("charge_full_ah", "ChargeFull"), ("charge_full_design_ah", "ChargeFullDesign"), ("current_a", "Current"),
        ("manufacture_date", "ManufactureDate"), ("vendor", "Vendor"), ("model", "Model"), ("serial_number", "SerialNumber"),
    ];

    public static TheoryData<string, string> Machines => [.. Fixture.All];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Get_Battery_reads_what_is_expected(string machine, string system)
    {
        using var engine = new Engine();
        var fixture = new Fixture(machine, system);
        JsonArray batteries = [.. engine.GetBattery((system == "linux" && OperatingSystem.IsLinux() ? "SysfsRoot" : "Recording", fixture.Recording), ("Scope", "All")).Select(ToJson)];
        Assert.Empty(engine.Errors);
        JsonObject expected = fixture.Expected;

        // Times are whole seconds in PowerShell.
        ExpectedValues.AssertEqual(expected, new() { ["external_power"] = expected["external_power"]!.DeepClone(), ["batteries"] = batteries }, seconds: 0.5);
    }

    private static JsonObject ToJson(PSObject battery) =>
        new(s_properties.Select(pair => KeyValuePair.Create(pair.Key, ToJson(battery.Properties[pair.Property].Value) ?? (pair.Key == "state" ? "unknown" : null))));

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        Enum word => Word(word.ToString()),
        TimeSpan time => time.TotalSeconds,
        DateTime date => date.ToString("yyyy-MM-dd", null),
        double number => number,
        int number => (double)number,
        _ => value.ToString(),
    };

    // The fixtures spell enumerations with hyphens and leave out what is unknown, but for the state.
    private static string? Word(string name) => name switch
    {
        "Unknown" => null,
        _ => string.Concat(name.Select(static (c, i) => i > 0 && char.IsUpper(c) ? $"-{c}" : $"{c}")).ToLowerInvariant(),
    };
}
