using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>C and Python read the expected values of every recorded machine, of all systems.</summary>
public class FixtureTests
{
    public static TheoryData<string, string> Machines => [.. Fixture.All];

    // A value whose name or rule is missing would be unknown on every machine, without an error.
    [Fact]
    public void Every_value_of_the_table_is_expected_of_a_fixture()
    {
        IEnumerable<string> expected = Fixture.All
            .SelectMany(static machine => new Fixture(machine.Machine, machine.System).Expected["batteries"]!.AsArray())
            .SelectMany(static battery => battery!.AsObject())
            .Where(static value => value.Value is not null && value.Value.ToString() != "unknown")
            .Select(static value => value.Key);
        Assert.Empty(TableValue.All.Select(static value => value.Key).Except(expected));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_reads_the_expected_values(string machine, string system) =>
        AssertReads(new(machine, system), CProgram.Build("battery_json.c"), [], 1e-9, 1e-9);

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_reads_the_same_values_by_getters(string machine, string system) =>
        AssertReads(new(machine, system), CProgram.Build("battery_json.c"), ["--getters"], 0.0005, 0.5);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Python_reads_the_expected_values(string machine, string system)
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        AssertReads(new(machine, system), "python3", [Repository.At("examples", "python", "battery_json.py")], 1e-9, 1e-9);
    }

    private static void AssertReads(Fixture fixture, string reader, string[] options, double absolute, double seconds)
    {
        string[] machine = fixture.System == "linux" && OperatingSystem.IsLinux() ? [fixture.Sysfs] : ["--recording", fixture.Recording];
        CommandResult result = Command.Run(reader, [.. options, .. machine], null,
            ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        ExpectedValues.AssertEqual(fixture.Expected, JsonNode.Parse(result.Output)!.AsObject(), absolute, seconds);
    }
}
