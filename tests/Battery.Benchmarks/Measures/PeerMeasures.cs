using System.Diagnostics;
using Battery.Benchmarks.Report;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Measures;

/// <summary>Other programs on the same tree, in the same run.</summary>
internal sealed class PeerMeasures : ISection
{
    private const int Processes = 15;

    // The files that rust-battery 0.7 opens for a refresh of this battery.
    private static readonly string[] s_filesOfRustBattery =
    [
        "energy_full_design", "energy_now", "energy_full", "capacity", "power_now", "voltage_now", "status", "cycle_count",
    ];

    // Those that starship's battery module opens for each prompt: it uses rust-battery, with a new manager each time.
    private static readonly string[] s_filesOfStarship =
        ["type", .. s_filesOfRustBattery, "manufacturer", "model_name", "serial_number", "technology"];

    public string Title => "Other programs, measured";

    public IEnumerable<Row> Measure()
    {
        string root = Machines.UeventTellsAll;
        double[][] ours = Driver.Run("reading", [root, "9", .. s_filesOfRustBattery.Select(file => Machines.FileOf(root, "BAT1", file))]);
        double refresh = Number.Median(ours.Column(2));
        yield return Row.WithRatio(
            "the files that rust-battery 0.7 reads for a refresh, opened, read and closed only, vs. `battery_manager_refresh`",
            Compare(Number.Median(ours.Column(1)), refresh), Number.MedianRatio(ours.Column(1), ours.Column(2)));
        yield return Row.Skipped("rust-battery 0.7 itself (target: a refresh is 10 × faster)", "no build is available");
        double[][] prompt = Driver.Run("summary", [root, "9", .. s_filesOfStarship.Select(file => Machines.FileOf(root, "BAT1", file))]);
        yield return Row.WithRatio(
            "the files that starship reads for a prompt, opened, read and closed only, vs. opening a manager and `battery_manager_get_summary`",
            Compare(Number.Median(prompt.Column(0)), Number.Median(prompt.Column(1))), Number.MedianRatio(prompt.Column(0), prompt.Column(1)));
        yield return Row.WithRatio(
            "the same vs. `battery_manager_get_summary` of a manager that stays open",
            Compare(Number.Median(prompt.Column(0)), Number.Median(prompt.Column(2))), Number.MedianRatio(prompt.Column(0), prompt.Column(2)));
        yield return Psutil(root, Number.Median(ours.Column(6)));
        yield return Acpi("`acpi -b` vs. a C program that prints every value of the same machine, whole process", "battery_json");
        yield return Acpi("`acpi -b` vs. a C program that prints the summary, whole process", "statusbar", "--text");
        yield return Row.Skipped("upower", "its daemon reads only the devices of udev");
    }

    private static Row Psutil(string root, double list)
    {
        const string What = "psutil's `sensors_battery` vs. list and read all";
        string? python = Array.Find(
            ["python3", "/usr/bin/python3"],
            static python => Command.Exists(python) && Command.Run(python, ["-c", "import psutil"]).ExitCode == 0);
        if (python is null)
        {
            return Row.Skipped(What, "python3-psutil is not installed");
        }

        double time = Number.Median(Driver.Read(python, Repository.At("tests", "Battery.Benchmarks", "peers", "psutil_speed.py"), root, "9").Column(0));
        return Row.WithRatio(What, Compare(time, list), time / list);
    }

    // The whole process, because a status bar starts one each time.
    private static Row Acpi(string what, string example, params string[] options)
    {
        if (!Command.Exists("acpi"))
        {
            return Row.Skipped(what, "acpi is not installed");
        }

        string root = Machines.WithThresholds, program = Driver.Build(example);
        (double Peer, double Own)[] pairs =
        [
            .. Enumerable.Range(0, Processes).Select(_ => (Time("acpi", "-b", "-d", Path.Combine(root, "class")), Time(program, [.. options, root]))),
        ];
        return Row.WithRatio(
            what, Compare(Number.Median(pairs.Select(static pair => pair.Peer)), Number.Median(pairs.Select(static pair => pair.Own))),
            Number.MedianRatio(pairs.Select(static pair => pair.Peer), pairs.Select(static pair => pair.Own)));
    }

    private static double Time(string program, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        CommandResult result = Command.Run(program, arguments);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {result.ExitCode}: {result.Error}");
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static string Compare(double peer, double own) => $"{Number.Time(peer)} vs. {Number.Time(own)}";
}
