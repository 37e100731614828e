using Battery.Benchmarks.Report;
using Battery.Tests.Shared;

namespace Battery.Benchmarks.Measures;

/// <summary>The module compared with an empty one, alternating in new processes; medians.</summary>
internal sealed class PowerShellMeasures : ISection
{
    private const int Processes = 15;

    // The columns of powershell/time.ps1, in milliseconds.
    private const int Import = 0;
    private const int First = 1;
    private const int Warm = 2;

    private static readonly string s_script = Repository.At("tests", "Battery.Benchmarks", "powershell", "script.ps1");
    private static readonly string s_machine = $"-SysfsRoot '{Machines.UeventTellsAll}'";
    private static readonly string[] s_bareKeys = ["FormatsToProcess", "TypesToProcess"];

    public string Title => "PowerShell";

    public IEnumerable<Row> Measure()
    {
        string call = $"Get-Battery {s_machine}", open = $"$manager = Get-BatteryManager {s_machine}";
        double[][][] times = InTurn(
        [
            new(Build.EmptyModule, "Get-Nothing"),
            new(Build.Module, call),
            new(Without(s_bareKeys), call),
            new(Without(["FormatsToProcess"]), call),
            new(Build.Module, "Get-Battery -Manager $manager", open),
            new(Build.EmptyModuleWithViews, "Get-Nothing"),
            new(string.Empty, $"& '{s_script}' '{Machines.UeventTellsAll}'"),
        ]);
        double[][] empty = times[0], ours = times[1], bare = times[2], withTypes = times[3], opened = times[4], withViews = times[5];
        yield return Row.Information("host", Pwsh.Start(["-Version"]).Output.Trim());
        yield return Row.Times("`Import-Module Battery` vs. an empty binary module", "≤ 1.3 ×", Words(ours, empty, Import), Ratio(ours, empty, Import), 1.3);
        yield return Row.WithRatio(
            "the same vs. an empty binary module with minimal view and type data",
            Words(ours, withViews, Import), Ratio(ours, withViews, Import));
        yield return Row.Information("of it: types", Number.Time(1e6 * (Median(withTypes, Import) - Median(bare, Import))));
        yield return Row.Information("of it: formats", Number.Time(1e6 * (Median(ours, Import) - Median(withTypes, Import))));
        yield return Row.Information(
            "of it: assembly and manifest, less those of the empty module",
            Number.Time(1e6 * (Median(bare, Import) - Median(empty, Import))));
        yield return Row.WithRatio(
            "first `Get-Battery`, which loads the library, vs. the first call of an empty cmdlet",
            Words(ours, empty, First), Ratio(ours, empty, First));

        // The target is for the cmdlet; the time of the list is added.
        double read = Number.Median(Driver.Run("scale", Machines.UeventTellsAll, "9")[1..].Column(1)) / 1e6;
        double limit = 1.5 + (read / Median(empty, Warm));
        yield return Row.Times(
            "`Get-Battery -Manager` warm vs. an empty cmdlet that emits an object", FormattableString.Invariant($"≤ 1.5 ×, plus the read: {limit:0.00} ×"),
            Words(opened, empty, Warm), Ratio(opened, empty, Warm), limit);
        yield return Row.Times(
            "`Get-Battery -SysfsRoot` warm, the same, with resolving the path and opening a manager",
            FormattableString.Invariant($"≤ 1.5 ×, plus the read: {limit:0.00} ×"),
            Words(ours, empty, Warm), Ratio(ours, empty, Warm), limit);
        yield return Row.WithRatio(
            "a script that uses `Get-Content` on the same battery vs. `Get-Battery -SysfsRoot` warm",
            Words(times[6], ours, Warm), Ratio(times[6], ours, Warm));
    }

    // Alternating processes, so that other load affects all of them.
    private static double[][][] InTurn(Candidate[] candidates)
    {
        var times = candidates.Select(static _ => new double[Processes][]).ToArray();
        for (int i = 0; i < Processes; i++)
        {
            for (int candidate = 0; candidate < candidates.Length; candidate++)
            {
                times[candidate][i] = Time(candidates[candidate]);
            }
        }

        return times;
    }

    private static double[] Time(Candidate candidate)
    {
        string script = Repository.At("tests", "Battery.Benchmarks", "powershell", "time.ps1");
        return Driver.Numbers(Pwsh.Start(["-NonInteractive", "-File", script, .. candidate.Arguments]), candidate.Command)[^1];
    }

    /// <summary>The manifest of a copy of the module, without some keys.</summary>
    private static string Without(string[] keys)
    {
        string folder = Path.GetDirectoryName(Build.Module)!;
        string copy = Repository.At("artifacts", "benchmarks", $"without{string.Concat(keys)}", "Battery");
        if (Directory.Exists(copy))
        {
            Directory.Delete(copy, recursive: true);
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string manifest = Path.Combine(copy, "Battery.psd1");
        File.WriteAllLines(manifest, File.ReadAllLines(manifest).Where(line => !keys.Any(key => line.TrimStart().StartsWith(key, StringComparison.Ordinal))));
        return manifest;
    }

    private static double Median(double[][] times, int column) => Number.Median(times.Column(column));

    private static double Ratio(double[][] ours, double[][] baseline, int column) => Number.MedianRatio(ours.Column(column), baseline.Column(column));

    private static string Words(double[][] ours, double[][] baseline, int column) =>
        $"{Number.Time(1e6 * Median(ours, column))} vs. {Number.Time(1e6 * Median(baseline, column))}";

    private sealed record Candidate(string Module, string Command, string Prepare = "")
    {
        public string[] Arguments => [Module, Command, Prepare];
    }
}
