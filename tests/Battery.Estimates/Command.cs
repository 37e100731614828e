using System.Globalization;
using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>The command line: what is printed, and for which runs.</summary>
internal static class Command
{
    private const string Usage = """
        Battery.Estimates [--runs FOLDER] [--per-run] [--no-left-out] [--fit] | --speed
          prints, for each group of runs, how good the library's estimates and those of simple estimators are
          --runs FOLDER  other runs: CSV files d-MACHINE-NAME-N.csv (discharging) and c-MACHINE-NAME-N.csv (charging); they are only scored
          --per-run      the library's figures for each run too
          --no-left-out  without the parameters that are fitted for each machine without its runs (a few minutes)
          --fit          parameters fitted on all runs instead of the library's (a minute)
          --speed        what a reading costs the estimator, and nothing else
        """;

    public static int Run(string[] args, TextWriter output)
    {
        string? folder = null;
        bool perRun = false, leftOut = true, fit = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--runs" when i + 1 < args.Length: folder = args[++i]; break;
                case "--per-run": perRun = true; break;
                case "--no-left-out": leftOut = false; break;
                case "--fit": fit = true; break;
                case "--speed": output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Speed.Nanoseconds():0} ns per reading")); return 0;
                default: output.WriteLine(Usage); return 2;
            }
        }

        IReadOnlyList<RecordedRun>[] folders = folder is null ? [.. RunFolder.Names.Select(RunFolder.Read)] : [RecordedRun.ReadAll(folder)];
        IReadOnlyList<RecordedRun> fitted = RunFolder.Fitted;
        EstimatorParameters parameters = fit ? Fitting.Fit(fitted, EstimatorParameters.Default) : EstimatorParameters.Default;
        if (fit)
        {
            output.WriteLine(parameters);
        }

        Dictionary<string, EstimatorParameters> perMachine = leftOut && folder is null ? Fitting.LeftOut(fitted, parameters) : [];
        foreach ((string machine, EstimatorParameters own) in perMachine)
        {
            output.WriteLine(own == parameters ? $"without {machine}: the same" : $"without {machine}: {own}");
        }

        for (int i = 0; i < folders.Length; i++)
        {
            output.WriteLine($"\n{folder ?? RunFolder.Names[i]}");
            WriteTables(output, folders[i], parameters, perMachine, perRun);
        }

        return 0;
    }

    private static void WriteTables(
        TextWriter output,
        IReadOnlyList<RecordedRun> runs,
        EstimatorParameters parameters,
        Dictionary<string, EstimatorParameters> perMachine,
        bool perRun)
    {
        EstimatorParameters LeftOut(RecordedRun run) => perMachine.GetValueOrDefault(run.Machine, parameters);
        foreach (RunGroup group in RunGroup.All.Where(group => runs.Any(group.Contains)))
        {
            RecordedRun[] members = [.. runs.Where(group.Contains)];
            Score library = Score.Of(members, run => Library.Predict(run, parameters));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{group.Name}: {library.Runs.Count} runs"));
            output.WriteLine(Table.Header);
            output.WriteLine(Table.Row("Battery", library));
            if (perMachine.Count > 0)
            {
                output.WriteLine(Table.Row("Battery, machine left out", Score.Of(members, run => Library.Predict(run, LeftOut(run)))));
            }

            foreach (SimpleEstimator simple in SimpleEstimators.All)
            {
                output.WriteLine(Table.Row(simple.Name, Score.Of(members, simple.Predict)));
            }

            foreach ((string name, double median, double worst, int points) in perRun ? library.Runs : [])
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-24} median {median,6:P1}  90 % {worst,6:P1}  points {points}"));
            }
        }

        double toLimit = ChargeLimit.MedianError(runs, _ => parameters), leftOut = ChargeLimit.MedianError(runs, LeftOut);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\ncharging to a limit of 80 %, laptops: median error {toLimit:P1}, machine left out {leftOut:P1}"));
    }
}
