using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The command line of the Python package.</summary>
public class PythonCommandLineTests
{
    // Many controllers report a level and no percentage.
    [Theory]
    [InlineData("lenovo-with-mouse", "BAT0  100 %  full  0.0 W  L21L4PD8\nhidpp_battery_0  65 %  discharging  PRO X Wireless\n")]
    [InlineData("xbox-pad", "gip0.0  critical  unknown  Microsoft Xbox Controller\n")]
    public void Main_prints_the_percentage_or_the_level(string machine, string expected)
    {
        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        CommandResult result = Command.Run(
            "python3", ["-m", "battery", "--peripherals", "--recording", new Fixture(machine).Recording], null,
            ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));
        Assert.Equal((0, expected, string.Empty), (result.ExitCode, result.Output, result.Error));
    }
}
