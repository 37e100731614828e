using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The same right numbers of every recorded machine, from C and from Python.</summary>
public class FixtureTests
{
    public static TheoryData<string> Machines => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_reads_what_is_expected(string machine) => AssertReads(machine, ["{root}"], 1e-9, 1e-9);

    [Theory]
    [MemberData(nameof(Machines))]
    public void C_reads_the_same_by_single_getters(string machine) => AssertReads(machine, ["--getters", "{root}"], 0.0005, 0.5);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Python_reads_what_is_expected(string machine)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "this version reads Linux's power_supply only");
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        var fixture = new Fixture(machine);
        CommandResult result = Command.Run("python3", [Repository.At("tests", "consumers", "python", "battery_json.py"), fixture.Sysfs], null, ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        ExpectedValues.AssertEqual(fixture.Expected, JsonNode.Parse(result.Output)!.AsObject());
    }

    private static void AssertReads(string machine, string[] arguments, double absolute, double seconds)
    {
        var fixture = new Fixture(machine);
        CommandResult result = Command.Run(CProgram.Build("battery_json.c"), arguments.Select(argument => argument.Replace("{root}", fixture.Sysfs, StringComparison.Ordinal)));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        ExpectedValues.AssertEqual(fixture.Expected, JsonNode.Parse(result.Output)!.AsObject(), absolute, seconds);
    }
}
