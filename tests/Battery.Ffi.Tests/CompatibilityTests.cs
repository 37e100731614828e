using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Source written for battery-ffi 0.7.5, unchanged, over libbattery.</summary>
public class CompatibilityTests
{
    // The key that the program prints, the key of the fixture, and the conversion to the unit of battery-ffi.
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

    private static readonly string[] s_words = ["state", "technology"];
    private static readonly string[] s_texts = ["vendor", "model", "serial_number"];

    // Names that a program for battery-ffi may define: a header, types, a function with a name of math.h.
    private const string OwnNames = """
        #define BATTERY_H
        #include <battery_ffi.h>
        struct battery_info { float joules; };
        typedef struct battery_info battery_info;
        static State battery_state;
        static Technology battery_technology;
        static void log(struct Battery *battery) { battery_state = battery_get_state(battery); battery_technology = battery_get_technology(battery); }
        int main(void) { battery_info info = { battery_get_energy(NULL) }; log(NULL); return info.joules > 0 || battery_state || battery_technology; }
        """;

    // Both headers have the same handles, so a program may use the functions of both.
    private const string BothHeaders = """
        #include <battery.h>
        #include <battery_ffi.h>
        float joules(const Battery *one) { return battery_has(one, BATTERY_FIELD_ENERGY) ? battery_get_energy(one) : 0.0f; }
        int main(void) { battery_info info; const battery *none = NULL; return battery_get_info(none, &info, sizeof info) == 0 || joules(none) > 0; }
        """;

    private const string BothHeadersTheOtherWay = """
        #include <battery_ffi.h>
        #include <battery.h>
        int main(void) {
            char *name = battery_get_name(NULL); Manager *manager = battery_manager_new_with(NULL);
            battery_manager_free(manager); return name != NULL; }
        """;

    public static TheoryData<string> Machines => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Program_for_battery_ffi_0_7_gets_the_expected_values_in_its_units(string machine)
    {
        var fixture = new Fixture(machine);
        CommandResult result = Run(Build(CCompiler.Name, "c99"), fixture);
        JsonArray theirs = JsonNode.Parse(result.Output)!.AsArray();
        JsonArray ours = fixture.Expected["batteries"]!.AsArray();
        Assert.Equal(ours.Count, theirs.Count);
        foreach ((JsonNode? their, JsonNode? our) in theirs.Zip(ours))
        {
            foreach (string key in s_words)
            {
                string? word = our![key]?.GetValue<string>();
                Assert.Equal(word is null or "not-charging" or "lithium-manganese" ? "unknown" : word, their![key]?.GetValue<string>());
            }

            foreach (string key in s_texts)
            {
                Assert.Equal(our![key]?.GetValue<string>(), their![key]?.GetValue<string>());
            }

            foreach ((string theirKey, string ourKey, Func<double, double> convert) in s_numbers)
            {
                double? expected = our![ourKey] is { } value ? convert(value.GetValue<double>()) : null;
                double? actual = their![theirKey]?.GetValue<double>();
                Assert.True(expected is null == actual is null && Math.Abs((expected - actual) ?? 0) <= 1e-6 * Math.Abs(expected ?? 0) + 1e-4,
                    $"{theirKey}: expected {expected}, got {actual}");
            }
        }
    }

    [Theory]
    [InlineData("gcc", "c11")]
    [InlineData("clang-14", "c99")]
    [InlineData("clang-14", "c11")]
    [InlineData("g++", "c++98")]
    [InlineData("g++", "c++17")]
    public void Program_for_battery_ffi_0_7_compiles_without_warnings_and_prints_the_same(string compiler, string standard)
    {
        var laptop = new Fixture("thinkpad-t480-dual");
        Assert.Equal(Run(Build("gcc", "c99"), laptop).Output, Run(Build(compiler, standard), laptop).Output);
    }

    [Theory]
    [InlineData("c", "c99", OwnNames)]
    [InlineData("c", "c11", OwnNames)]
    [InlineData("c", "c99", BothHeaders)]
    [InlineData("c++", "c++11", BothHeaders)]
    [InlineData("c", "c99", BothHeadersTheOtherWay)]
    [InlineData("c++", "c++11", BothHeadersTheOtherWay)]
    public void Compatibility_header_does_not_conflict_with_other_code(string language, string standard, string source)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Command.Exists("g++"), "g++ is not installed");
        string file = Path.GetTempFileName();
        File.WriteAllText(file, source + "\n");
        CommandResult result = Command.Run("g++",
            ["-x", language, $"-std={standard}", "-pedantic", "-Wall", "-Wextra", "-Werror",
            "-fno-builtin", "-fsyntax-only", $"-I{NativeLibraryFile.Include}", file]);
        File.Delete(file);
        Assert.True(result.ExitCode == 0, result.Error);
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
