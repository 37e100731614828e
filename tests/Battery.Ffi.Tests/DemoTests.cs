using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The programs of the README.</summary>
public class DemoTests
{
    [Fact]
    public void The_demo_in_C_runs()
    {
        CommandResult result = Command.Run(CProgram.Build("demo.c"), []);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [Fact]
    public void The_demo_in_Python_runs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "this version reads Linux's power_supply only");
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run("python3", [Repository.At("tests", "consumers", "python", "demo.py")], null, ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("c", "demo.c")]
    [InlineData("python", "demo.py")]
    public void The_README_shows_the_programs_that_are_tested(string language, string file)
    {
        string program = File.ReadAllText(Repository.At("tests", "consumers", language, file)).Trim();
        Assert.Contains(program, File.ReadAllText(Repository.At("README.md")), StringComparison.Ordinal);
    }
}
