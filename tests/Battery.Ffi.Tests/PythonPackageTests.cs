using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The Python package as pip installs it.</summary>
public sealed class PythonPackageTests : IDisposable
{
    private readonly string _target = Directory.CreateTempSubdirectory("battery-pip-").FullName;

    public PythonPackageTests() =>
        Assert.SkipUnless(Command.Exists("python3") && Command.Run("python3", ["-m", "pip", "--version"]).ExitCode == 0, "python3 or pip is not installed");

    public void Dispose() => Directory.Delete(_target, recursive: true);

    [Fact]
    public void Pip_install_works_offline_and_the_package_finds_its_library()
    {
        CommandResult installed = Install();
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        CommandResult run = Command.Run("python3", ["-c", $"""
            import battery
            assert battery.__file__.startswith({PythonText(_target)}), battery.__file__
            print([one.name for one in battery.Manager(recording={PythonText(new Fixture("thinkpad-t480-dual").Recording)})])
            maps = open("/proc/self/maps").read() if {(OperatingSystem.IsLinux() ? "True" : "False")} else {PythonText(_target)}
            assert {PythonText(_target)} in maps, "another library was loaded"
            """], _target, ("PYTHONPATH", _target), ("BATTERY_LIBRARY", null));
        Assert.Equal((0, "['BAT0', 'BAT1']", string.Empty), (run.ExitCode, run.Output.Trim(), run.Error));
    }

    [Fact]
    public void Pip_install_fails_with_the_path_of_a_missing_library()
    {
        CommandResult installed = Install(("BATTERY_LIBRARY", "/no/such/libbattery.so"));
        Assert.NotEqual(0, installed.ExitCode);
        Assert.Contains("/no/such/libbattery.so", installed.Output + installed.Error, StringComparison.Ordinal);
    }

    private static string PythonText(string text) => $"r'{text}'";

    private CommandResult Install(params (string Name, string? Value)[] environment) => Command.Run(
        "python3",
        ["-m", "pip", "install", "--no-index", "--disable-pip-version-check", "--quiet", "--root-user-action=ignore",
         "--target", _target, PythonPackage.Folder],
        null,
        [("PIP_NO_CACHE_DIR", "1"), .. environment]);
}
