using Battery.Benchmarks.Report;

namespace Battery.Benchmarks.Measures;

/// <summary>Many supplies, many threads, many readings.</summary>
internal sealed class ScaleMeasures : ISection
{
    private const string Rounds = "15";
    private const int Threads = 32;

    public string Title => "Many supplies, threads and readings";

    public IEnumerable<Row> Measure()
    {
        double ofTen = 0, ratioOfTen = 0;
        foreach (int count in new[] { 1, 10, 100, 1_000 })
        {
            double[][] lines = MeasureList(count);
            double[][] rounds = lines[1..];
            double ratio = Number.MedianRatio(rounds.Column(1), rounds.Column(0));
            double each = Number.Median(rounds.Column(1)) / count;
            (ofTen, ratioOfTen) = count == 10 ? (each, ratio) : (ofTen, ratioOfTen);
            string grown = count < 100 ? string.Empty : FormattableString.Invariant($", {lines[0][0] / count:0.0} KiB each held");
            yield return Row.Times($"list and read all of {count:N0} batteries", "≤ 2 × readdir and the reads", $"{Number.Time(each)} each{grown}", ratio, 2);
            if (count == 1_000)
            {
                // The kernel's share grows as well: a thousand directories fit its caches less well than ten.
                yield return Row.Times(
                    "one of 1,000 vs. one of 10", "linear: ≤ 1.25 × the growth of the floor",
                    $"{Number.Time(each)} vs. {Number.Time(ofTen)}", ratio / ratioOfTen, 1.25);
            }
        }

        double[][] threads = Driver.Run("threads", Machines.UeventTellsAll, "9", $"{Threads}");
        yield return Row.WithRatio(
            $"refreshes by {Threads} threads, each of another battery, vs. one thread",
            Words(threads, 1), Number.MedianRatio(threads.Column(1), threads.Column(0)));
        yield return Row.WithRatio(
            $"refreshes by {Threads} threads, all of the same battery, vs. one thread",
            Words(threads, 2), Number.MedianRatio(threads.Column(2), threads.Column(0)));

        double[] resident = [.. Driver.Run("lists", Machines.WithThresholds, "1", "1000", "100000")[0].Select(static kibibytes => kibibytes / 1024)];
        yield return Row.AtMost(
            "resident memory after 1, 1,000 and 100,000 lists", "≤ 6 MB each",
            FormattableString.Invariant($"{resident[0]:0.0}, {resident[1]:0.0} and {resident[2]:0.0} MB"), resident.Max(), 6);

        double[] grownBy = Driver.Run("endurance", Machines.WithThresholds, "1000000", "30000")[0],
            grownByMore = Driver.Run("endurance", Machines.WithThresholds, "1", "60000")[0];
        yield return Row.AtMost("memory growth by 1,000,000 refreshes", "0 KiB", $"{grownBy[0]} KiB", grownBy[0], 0);

        // The heap varies by some pages; a leak would grow with the number.
        double more = grownByMore[1] - grownBy[1];
        yield return Row.AtMost(
            "memory growth by opening and closing 60,000 managers, less the growth by 30,000", "≤ 16 KiB (half a byte each)",
            $"{more} KiB ({grownByMore[1]} and {grownBy[1]})", more, 16);
    }

    private static string Words(double[][] rounds, int column) =>
        $"{Number.Time(Number.Median(rounds.Column(column)))} vs. {Number.Time(Number.Median(rounds.Column(0)))}";

    private static double[][] MeasureList(int count)
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("battery-scale-");
        try
        {
            for (int i = 0; i < count; i++)
            {
                string folder = Directory.CreateDirectory(Path.Combine(root.FullName, "class", "power_supply", $"BAT{i}")).FullName;
                foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(Machines.FileOf(Machines.UeventTellsAll, "BAT1", "uevent"))!))
                {
                    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
                }

                // A directory that has just changed is not cached.
                Directory.SetLastWriteTimeUtc(folder, DateTime.UnixEpoch);
            }

            return Driver.Run("scale", root.FullName, Rounds);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
