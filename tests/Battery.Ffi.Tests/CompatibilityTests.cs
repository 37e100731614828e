using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Source written for battery-ffi 0.7.5, unchanged, over libbattery.</summary>
public class CompatibilityTests
{
    // Of battery-ffi, the key that the program prints; of a fixture, the key and how it becomes battery-ffi's unit.
    private static readonly (string Theirs, string Ours, Func<double, double> Convert)[] s_numbers =
    [
        ("state_of_charge", "percentage", static value => value),
        ("energy", "energy_wh", static value => value * 3600),
        ("energy_full", "energy_full_wh", static value => value * 3600),
        ("energy_full_design", "energy_full_design_wh", static value => value * 3600),
        ("energy_rate", "energy_rate_w", static value => value),
        ("voltage", "voltage_v", static value => value),
        ("state_of_health", "state_of_health_percent", static value => value),
        ("temperature", "temperature_c", static value => value + 273.15),
        ("time_to_full", "time_to_full_s", static value => value),
        ("time_to_empty", "time_to_empty_s", static value => value),
        ("cycle_count", "cycle_count", static value => value),
    ];

    public static TheoryData<string> Machines => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Machines))]
    public void It_gives_the_right_numbers_in_its_own_units(string machine)
    {
        var fixture = new Fixture(machine);
        CommandResult result = Run(Build(CProgram.Compiler, "c99"), fixture);
        JsonArray theirs = JsonNode.Parse(result.Output)!.AsArray();
        JsonArray ours = fixture.Expected["batteries"]!.AsArray();
        Assert.Equal(ours.Count, theirs.Count);
        foreach ((JsonNode? their, JsonNode? our) in theirs.Zip(ours))
        {
            string state = our!["state"]!.GetValue<string>();
            Assert.Equal(state == "not-charging" ? "unknown" : state, their!["state"]!.GetValue<string>());
            Assert.Equal(our["vendor"] is null, their["vendor"] is null);
            Assert.Equal(our["model"] is null, their["model"] is null);
            Assert.Equal(our["serial_number"] is null, their["serial_number"] is null);
            foreach ((string theirKey, string ourKey, Func<double, double> convert) in s_numbers)
            {
                double? expected = our[ourKey] is { } value ? convert(value.GetValue<double>()) : null;
                double? actual = their[theirKey]?.GetValue<double>();
                Assert.True(expected is null == actual is null && Math.Abs((expected - actual) ?? 0) <= 1e-6 * Math.Abs(expected ?? 0) + 1e-4, $"{theirKey}: expected {expected}, got {actual}");
            }
        }
    }

    [Theory]
    [InlineData("gcc", "c99")]
    [InlineData("gcc", "c11")]
    [InlineData("clang-14", "c11")]
    public void It_compiles_without_a_warning(string compiler, string standard) =>
        Assert.Contains("discharging", Run(Build(compiler, standard), new Fixture("thinkpad-t480-dual")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("#include <battery_ffi.h>")]
    [InlineData("#include <battery.h>\n#include <battery_ffi.h>")]
    [InlineData("#include <battery_ffi.h>\n#include <battery.h>")]
    public void The_header_compiles_as_Cpp_and_beside_the_other(string includes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command.Exists("g++"), "g++ is not installed");
        string file = Path.GetTempFileName();
        File.WriteAllText(file, includes + "\nfloat joules(Battery *one) { return battery_get_state(one) == StateFull ? battery_get_energy_full(one) : battery_get_energy(one); }\n");
        CommandResult result = Command.Run("g++", ["-x", "c++", "-std=c++11", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", $"-I{NativeLibraryFile.Include}", file]);
        File.Delete(file);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    [Fact]
    public void It_has_every_function_of_battery_ffi()
    {
        // The exported functions of battery-ffi 0.7.5; battery_str_free is libbattery's own.
        string[] functions =
        [
            "battery_manager_new", "battery_manager_iter", "battery_manager_free", "battery_iterator_next", "battery_iterator_free",
            "battery_get_state_of_charge", "battery_get_energy", "battery_get_energy_full", "battery_get_energy_full_design", "battery_get_energy_rate",
            "battery_get_voltage", "battery_get_state_of_health", "battery_get_state", "battery_get_technology", "battery_get_temperature",
            "battery_get_cycle_count", "battery_get_vendor", "battery_get_model", "battery_get_serial_number", "battery_get_time_to_full",
            "battery_get_time_to_empty", "battery_free", "battery_have_last_error", "battery_last_error_length", "battery_last_error_message",
        ];
        string header = File.ReadAllText(Repository.At("src", "Battery.Ffi", "include", "battery_ffi.h"));
        Assert.Equal(functions.Order(), Regex.Matches(header, @"^#define (battery_\w+) battery_ffi_", RegexOptions.Multiline).Select(static match => match.Groups[1].Value).Order());
    }

    private static string Build(string compiler, string standard) =>
        CProgram.Build("battery_ffi_json.c", compiler, standard, Repository.At("tests", "consumers", "c", "recorded.c"));

    private static CommandResult Run(string program, Fixture fixture)
    {
        CommandResult result = Command.Run(program, [], null, ("BATTERY_RECORDED", fixture.Sysfs));
        Assert.True(result.ExitCode == 0, $"{result.ExitCode} {result.Output}{result.Error}");
        return result;
    }
}
