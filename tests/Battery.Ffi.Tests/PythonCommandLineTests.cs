using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The command line of the Python package.</summary>
public sealed class PythonCommandLineTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public PythonCommandLineTests() => Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");

    public void Dispose() => _tree.Dispose();

    // Many controllers report a level and no percentage.
    [Theory]
    [InlineData("lenovo-with-mouse", "BAT0  100 %  full  0.0 W  L21L4PD8\nhidpp_battery_0  65 %  discharging  PRO X Wireless\n")]
    [InlineData("xbox-pad", "gip0.0  critical  unknown  Microsoft Xbox Controller\n")]
    public void Main_prints_the_percentage_or_the_level(string machine, string expected) =>
        Assert.Equal((0, expected, string.Empty), Run("-m", "battery", "--peripherals", "--recording", new Fixture(machine).Recording));

    [Theory]
    [InlineData("--json", "json")]
    [InlineData("--prometheus", "prometheus")]
    public void Main_writes_the_formats_of_the_library(string option, string format)
    {
        string recording = new Fixture("thinkpad-t480-dual").Recording;
        (int exitCode, string output, string error) = Run("-m", "battery", "--peripherals", option, "--recording", recording);
        Assert.Equal((0, string.Empty), (exitCode, error));
        string example = Run(Repository.At("examples", "python", "metrics.py"), format, "--recording", recording).Output;
        Assert.Equal(MetricText.WithoutTime(example), MetricText.WithoutTime(output));
    }

    // A redirected output has this encoding on Windows.
    [Theory]
    [InlineData("-m", "battery", "--json", "--sysfs-root")]
    [InlineData("metrics.py", "json")]
    public void Formats_are_UTF_8_whatever_the_encoding_of_the_output_is(params string[] arguments)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "MODEL_NAME=Ω");
        if (arguments[0].EndsWith(".py", StringComparison.Ordinal))
        {
            arguments[0] = Repository.At("examples", "python", arguments[0]);
        }

        (int exitCode, string output, string error) = Run([.. arguments, _tree.Sysfs]);
        Assert.Equal((0, string.Empty), (exitCode, error));
        Assert.Equal("Ω", (string?)JsonNode.Parse(output)!["model"]);
    }

    [Fact]
    public void Main_prints_a_question_mark_for_a_character_that_the_terminal_does_not_have()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=50", "MODEL_NAME=Ω1");
        Assert.Equal((0, "BAT0  50 %  unknown  ?1\n", string.Empty), Run("-m", "battery", "--sysfs-root", _tree.Sysfs));
    }

    [Fact]
    public void Main_reports_that_there_is_no_battery()
    {
        _tree.Supply("AC", "TYPE=Mains");
        Assert.Equal((0, string.Empty, "battery: no battery was found\n"), Run("-m", "battery", "--sysfs-root", _tree.Sysfs));
    }

    [Theory]
    [InlineData(2, "not allowed with argument --json", "--json", "--prometheus")]
    [InlineData(1, "battery: cannot open", "--recording", "/no/such/file")]
    public void Main_fails_with_a_message(int exitCode, string message, params string[] arguments)
    {
        (int code, string output, string error) = Run(["-m", "battery", .. arguments]);
        Assert.Equal((exitCode, string.Empty), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Main_fails_with_a_message_where_the_output_is_full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full");
        _tree.Supply("BAT0", "TYPE=Battery");
        CommandResult result = Command.Run("sh", ["-c", "python3 -m battery --sysfs-root $0 > /dev/full", _tree.Sysfs], null, Environment());
        Assert.Equal((1, "battery: cannot write the output: No space left on device\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Manager_refuses_a_path_with_a_NUL()
    {
        _tree.Supply("BAT0", "TYPE=Battery");
        string script = $"""
            import battery
            try: battery.Manager(r'{_tree.Sysfs}' + chr(0) + 'b')
            except battery.BatteryError as error: print(error.code.name)
            """;
        Assert.Equal((0, "INVALID_ARGUMENT\n", string.Empty), Run("-c", script));
    }

    [Fact]
    public void Load_refuses_another_library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it loads a library of .NET for Linux");
        string other = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so");
        CommandResult result = Command.Run("python3", ["-m", "battery"], null, Environment(other));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("battery: cannot load libbattery: ", result.Error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        CommandResult result = Command.Run("python3", arguments, null, Environment());
        return (result.ExitCode, result.Output, result.Error);
    }

    private static (string Name, string? Value)[] Environment(string? library = null) =>
        [("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", library ?? NativeLibraryFile.FullName), ("PYTHONIOENCODING", "latin-1")];
}
