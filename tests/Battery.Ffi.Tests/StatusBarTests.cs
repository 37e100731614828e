using System.Diagnostics;
using System.Text.Json.Nodes;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The examples for status bars.</summary>
public sealed class StatusBarTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public static TheoryData<string> Languages => ["c", "python"];

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Status_bar_shows_all_batteries_as_one(string language)
    {
        string sysfs = new Fixture("thinkpad-t480-dual").Sysfs;
        JsonObject bar = JsonNode.Parse(Run(language, sysfs))!.AsObject();
        Assert.Equal(
            ("72 % 7:17", "discharging", "discharging", 72),
            ((string?)bar["text"], (string?)bar["tooltip"], (string?)bar["class"], (int?)bar["percentage"]));
        Assert.Equal("72 % 7:17\n", Run(language, "--text", sysfs));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Status_bar_leaves_out_what_is_not_known(string language)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Full");
        JsonObject bar = JsonNode.Parse(Run(language, _tree.Sysfs))!.AsObject();
        Assert.Equal((string.Empty, "full", false), ((string?)bar["text"], (string?)bar["class"], bar.ContainsKey("percentage")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Status_bar_is_empty_without_a_battery(string language)
    {
        _tree.Supply("AC", "TYPE=Mains", "ONLINE=1");
        Assert.Equal("{\"text\": \"\"}\n", Run(language, _tree.Sysfs));
        Assert.Equal("\n", Run(language, "--text", _tree.Sysfs));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Status_bar_follows_a_change(string language)
    {
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=50");
        using Process bar = Start(language, "--text", "--follow", _tree.Sysfs);
        try
        {
            CancellationToken stop = TestContext.Current.CancellationToken;
            Assert.Equal("50 %", await bar.StandardOutput.ReadLineAsync(stop));
            _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Charging", "CAPACITY=51");
            Assert.Equal("51 %", await bar.StandardOutput.ReadLineAsync(stop));
        }
        finally
        {
            bar.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Status_bar_reports_a_missing_folder(string language)
    {
        (string program, string[] arguments) = Find(language, "/missing");
        CommandResult result = RunProgram(program, arguments);
        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
        Assert.Contains("/missing", result.Error, StringComparison.Ordinal);
    }

    private static string Run(string language, params string[] arguments)
    {
        (string program, string[] all) = Find(language, arguments);
        CommandResult result = RunProgram(program, all);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return result.Output;
    }

    private static CommandResult RunProgram(string program, string[] arguments) => Command.Run(
        program, arguments, null, ("PYTHONPATH", PythonPackage.Folder), ("BATTERY_LIBRARY", NativeLibraryFile.FullName));

    private static Process Start(string language, params string[] arguments)
    {
        (string program, string[] all) = Find(language, arguments);
        var start = new ProcessStartInfo(program, all) { RedirectStandardOutput = true };
        start.Environment["PYTHONPATH"] = PythonPackage.Folder;
        start.Environment["BATTERY_LIBRARY"] = NativeLibraryFile.FullName;
        return Process.Start(start)!;
    }

    private static (string Program, string[] Arguments) Find(string language, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it reads a tree of Linux");
        if (language == "c")
        {
            return (CProgram.Build("statusbar.c"), arguments);
        }

        Assert.SkipUnless(Command.Exists("python3"), "python3 is not installed");
        return ("python3", [Repository.At("examples", "python", "statusbar.py"), .. arguments]);
    }
}
