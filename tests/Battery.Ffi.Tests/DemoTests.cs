using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The examples, unchanged, on this machine and on a recorded machine.</summary>
public class DemoTests
{
    private static readonly string s_recorded = Repository.At("tests", "consumers", "c", "recorded.c");

    [Fact]
    public void Demo_in_C_runs()
    {
        CommandResult result = Command.Run(CProgram.Build("demo.c"), []);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Demo_in_C_shows_a_recorded_laptop()
    {
        string program = CProgram.Build("demo.c", CCompiler.Name, "c99", s_recorded);
        CommandResult result = Command.Run(program, [], null, ("BATTERY_RECORDED", new Fixture("thinkpad-t480-dual").Sysfs));
        Assert.Equal("BAT0  80 %  0.0 W\nBAT1  68 %  8.3 W\n", result.Output);
        CommandResult unknown = Command.Run(program, [], null, ("BATTERY_RECORDED", new Fixture("wsl-bare-zero").Sysfs));
        Assert.DoesNotContain("%", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_in_Python_runs() => Assert.Equal(string.Empty, RunPython("import demo").Error);

    [Fact]
    public void Demo_in_Python_shows_a_recorded_laptop()
    {
        CommandResult result = RunPython($"""
            import functools, battery
            battery.Manager = functools.partial(battery.Manager, "{new Fixture("thinkpad-t480-dual").Sysfs}")
            import demo
            """);
        Assert.Equal("BAT0 80.0 NOT_CHARGING 0.0\nBAT1 68.0 DISCHARGING 8.341\n", result.Output);
    }

    [Theory]
    [InlineData("c", "demo.c")]
    [InlineData("python", "demo.py")]
    public void README_shows_the_programs_that_are_tested(string language, string file)
    {
        string program = File.ReadAllText(Repository.At("examples", language, file)).Trim();
        Assert.Contains(program, File.ReadAllText(Repository.At("README.md")), StringComparison.Ordinal);
    }

    private static CommandResult RunPython(string script)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run("python3", ["-c", script], Repository.At("examples", "python"),
            ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
