using System.Globalization;
using Battery.Core.Estimation;
using Battery.Tests.Shared;

namespace Battery.Estimates;

/// <summary>The command line: what is printed, and for which runs.</summary>
internal static class Command
{
    private const string Usage = """
        Battery.Estimates [--runs FOLDER] [--per-run] [--left-out | --fit] [--speed]
          prints, for each group of runs, how good the library's estimates and those of simple estimators are
          --runs FOLDER  other runs: CSV files d-MACHINE-NAME-N.csv (discharging) and c-MACHINE-NAME-N.csv (charging)
          --per-run      the library's figures for each run too
          --left-out     the library's parameters fitted for each machine without its runs (some minutes)
          --fit          parameters fitted on all runs (some minutes)
          --speed        what a reading costs the estimator, and nothing else
        """;

    public static int Run(string[] args, TextWriter output)
    {
        string folder = Repository.At("tests", "Battery.Estimates", "runs");
        bool perRun = false, leftOut = false, fit = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--runs" when i + 1 < args.Length: folder = args[++i]; break;
                case "--per-run": perRun = true; break;
                case "--left-out": leftOut = true; break;
                case "--fit": fit = true; break;
                case "--speed": output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Speed.Nanoseconds():0} ns per reading")); return 0;
                default: output.WriteLine(Usage); return 2;
            }
        }

        IReadOnlyList<RecordedRun> runs = RecordedRun.ReadAll(folder);
        EstimatorParameters parameters = EstimatorParameters.Default;
        if (fit)
        {
            parameters = Fitting.Fit(runs, parameters);
            output.WriteLine(parameters);
        }

        Dictionary<string, EstimatorParameters> perMachine = leftOut
            ? runs.Select(run => run.Machine).Distinct().ToDictionary(m => m, m => Fitting.Fit([.. runs.Where(run => run.Machine != m)], parameters))
            : [];
        foreach ((string machine, EstimatorParameters own) in perMachine)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"without {machine}: {own}"));
        }

        foreach (RunGroup group in RunGroup.All)
        {
            RecordedRun[] members = [.. runs.Where(group.Contains)];
            Score library = Score.Of(members, run => Library.Predict(run, perMachine.GetValueOrDefault(run.Machine, parameters)));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{group.Name}: {library.Runs.Count} runs"));
            output.WriteLine(Table.Header);
            output.WriteLine(Table.Row(leftOut ? "Battery, left out" : "Battery", library));
            foreach (SimpleEstimator simple in SimpleEstimators.All)
            {
                output.WriteLine(Table.Row(simple.Name, Score.Of(members, simple.Predict)));
            }

            foreach ((string name, double median, double worst, int points) in perRun ? library.Runs : [])
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} median {median,6:P1}  90 % {worst,6:P1}  points {points}"));
            }
        }

        double toLimit = ChargeLimit.MedianError(runs, run => perMachine.GetValueOrDefault(run.Machine, parameters));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\ncharging to a limit of 80 %, laptops: median error {toLimit:P1}"));
        return 0;
    }
}
