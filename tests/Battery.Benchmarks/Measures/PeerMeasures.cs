using System.Diagnostics;
using Battery.Benchmarks.Report;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Measures;

/// <summary>Other tools at the same job, on the same tree, in the same run.</summary>
internal sealed class PeerMeasures : ISection
{
    private const int Processes = 15;

    // What rust-battery 0.7 opens for a refresh of this battery, each in turn.
    private static readonly string[] s_filesOfRustBattery =
    [
        "energy_full_design", "energy_now", "energy_full", "capacity", "power_now", "voltage_now", "status", "cycle_count",
    ];

    public string Title => "Others at the same job";

    public IEnumerable<Row> Measure()
    {
        string root = Machines.UeventTellsAll;
        double[][] ours = Driver.Run("reading", [root, "9", .. s_filesOfRustBattery.Select(file => Machines.FileOf(root, "BAT1", file))]);
        double refresh = Number.Median(ours.Column(2));
        yield return Row.Beside(
            "the files that rust-battery 0.7 reads for a refresh, only opened, read and closed, beside `battery_manager_refresh`",
            Beside(Number.Median(ours.Column(1)), refresh), Number.MedianRatio(ours.Column(1), ours.Column(2)));
        yield return Row.Skipped("rust-battery 0.7 itself, which a refresh is to be 10 × faster than", "there is no build of it here");
        yield return Psutil(root, Number.Median(ours.Column(6)));
        yield return Acpi();
        yield return Row.Skipped("upower", "its daemon reads the devices of udev and no other tree");
    }

    private static Row Psutil(string root, double list)
    {
        const string What = "psutil's `sensors_battery`, beside listing and reading all";
        string? python = Array.Find(
            ["python3", "/usr/bin/python3"],
            static python => Command.Exists(python) && Command.Run(python, ["-c", "import psutil"]).ExitCode == 0);
        if (python is null)
        {
            return Row.Skipped(What, "python3-psutil is not installed");
        }

        double time = Number.Median(Driver.Read(python, Repository.At("tests", "Battery.Benchmarks", "peers", "psutil_speed.py"), root, "9").Column(0));
        return Row.Beside(What, Beside(time, list), time / list);
    }

    // The whole process, since that is how it is used.
    private static Row Acpi()
    {
        const string What = "`acpi -b`, beside a C program that prints every value of the same machine, from start to end";
        if (!Command.Exists("acpi"))
        {
            return Row.Skipped(What, "acpi is not installed");
        }

        string root = Machines.WithThresholds, program = Driver.Build("battery_json");
        (double Peer, double Own)[] pairs =
        [
            .. Enumerable.Range(0, Processes).Select(_ => (Time("acpi", "-b", "-d", Path.Combine(root, "class")), Time(program, root))),
        ];
        return Row.Beside(
            What, Beside(Number.Median(pairs.Select(static pair => pair.Peer)), Number.Median(pairs.Select(static pair => pair.Own))),
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

    private static string Beside(double peer, double own) => $"{Number.Time(peer)} beside {Number.Time(own)}";
}
