using Battery.Benchmarks.Report;

namespace Battery.Benchmarks.Measures;

/// <summary>One reading through the C ABI, compared with a C program that only opens, reads and closes.</summary>
internal sealed class ReadingMeasures : ISection
{
    private const string Rounds = "25";

    // The columns of c/reading.c.
    private const int Uevent = 0;
    private const int AllFiles = 1;
    private const int Refresh = 2;
    private const int Info = 3;
    private const int Getter = 4;
    private const int Readdir = 5;
    private const int List = 6;
    private const int TimeOfDay = 7;

    public string Title => "One reading, through the C ABI";

    public IEnumerable<Row> Measure()
    {
        string root = Machines.UeventTellsAll;
        double[][] plain = Driver.Run("reading", root, Rounds, Machines.FileOf(root, "BAT1", "uevent"));
        yield return Compare(
            "`battery_manager_refresh`, a battery whose uevent has all values",
            "≤ 1.5 × opening, reading and closing uevent", plain, Refresh, Uevent, 1.5);
        yield return Compare("list and read all, the same machine", "≤ 2 × readdir and the reads", plain, List, Readdir, 2);

        root = Machines.WithThresholds;
        string[] files = [.. new[] { "uevent", "charge_control_start_threshold", "charge_control_end_threshold" }
            .Select(file => Machines.FileOf(root, "BAT0", file))];
        double[][] more = Driver.Run("reading", [root, Rounds, .. files]);
        yield return Compare(
            "`battery_manager_refresh`, a battery with thresholds in separate files",
            "≤ 1.5 × the same three files", more, Refresh, AllFiles, 1.5);

        // Two batteries, each with the same files besides uevent.
        double[] floor = [.. more.Select(static round => round[Readdir] + (2 * (round[AllFiles] - round[Uevent])))];
        yield return Row.Times(
            "list and read all, a machine of two such batteries", "≤ 2 × readdir and the same reads",
            $"{Number.Time(Number.Median(more.Column(List)))} vs. {Number.Time(Number.Median(floor))}", Number.MedianRatio(more.Column(List), floor), 2);

        yield return Compare("all values through `battery_get_info`", "≤ 8 × `clock_gettime`", plain, Info, TimeOfDay, 8);
        yield return Compare("one value through its getter", "≤ 2 × `clock_gettime`", plain, Getter, TimeOfDay, 2);
    }

    private static Row Compare(string what, string target, double[][] rounds, int ours, int floor, double limit) =>
        Row.Times(what, target, Words(rounds, ours, floor), Number.MedianRatio(rounds.Column(ours), rounds.Column(floor)), limit);

    private static string Words(double[][] rounds, int ours, int floor) =>
        $"{Number.Time(Number.Median(rounds.Column(ours)))} vs. {Number.Time(Number.Median(rounds.Column(floor)))}";
}
