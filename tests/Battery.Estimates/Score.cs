namespace Battery.Estimates;

/// <summary>How good the predictions for some runs are. All figures but the counts are parts of 1.</summary>
/// <param name="Points">The points that an estimate is expected at.</param>
/// <param name="Missing">The points without an estimate.</param>
/// <param name="Median">Median of |estimate - truth| ÷ truth over all points.</param>
/// <param name="Worst">The 90th percentile of the same.</param>
/// <param name="PerRun">The mean of the runs' own medians: each run weighs the same.</param>
/// <param name="Jump">Median of the change from point to point beyond the time that passed, per minute, as a part of the estimate.</param>
/// <param name="WorstJump">The 99th percentile of the same.</param>
/// <param name="Coverage">The part of the points with an interval whose interval contains the truth; NaN without intervals.</param>
/// <param name="Width">Median of the interval's width ÷ truth.</param>
/// <param name="Runs">The figures of each run: name, median, 90th percentile, points.</param>
internal sealed record Score(
    int Points, int Missing, double Median, double Worst, double PerRun, double Jump, double WorstJump, double Coverage, double Width,
    IReadOnlyList<(string Name, double Median, double Worst, int Points)> Runs)
{
    /// <summary>Scored from the fifth minute of a run on, in seconds.</summary>
    private const double Warm = 300;

    /// <summary>Scored while at least this is left, in seconds: in the last minutes every relative error is large.</summary>
    private const double LeastLeft = 1800;

    private const double ShortestStep = 50;
    private const double LongestStep = 330;

    /// <summary>Scores the predictions for some runs, against the time at which each run's last amount was reached.</summary>
    public static Score Of(IEnumerable<RecordedRun> runs, Func<RecordedRun, Prediction[]> predict)
    {
        List<double> errors = [], jumps = [], widths = [], medians = [];
        List<(string, double, double, int)> perRun = [];
        int points = 0, missing = 0, covered = 0;
        foreach (RecordedRun run in runs)
        {
            Prediction[] predictions = predict(run);
            List<double> own = [];
            int previous = -1;
            foreach (int i in Scored(run))
            {
                points++;
                Point point = run.Points[i];
                Prediction prediction = predictions[i];
                if (double.IsNaN(prediction.Seconds))
                {
                    missing++;
                    previous = -1;
                    continue;
                }

                double truth = run.End - point.Time;
                double scale = run.Scale(point.Amount);
                own.Add(Math.Abs((prediction.Seconds * scale) - truth) / truth);
                AddJump(jumps, run, predictions, previous, i);
                previous = i;
                if (!double.IsNaN(prediction.Low))
                {
                    covered += prediction.Low * scale <= truth && truth <= prediction.High * scale ? 1 : 0;
                    widths.Add((prediction.High - prediction.Low) * scale / truth);
                }
            }

            errors.AddRange(own);
            if (own.Count > 0)
            {
                medians.Add(Quantile(own, 0.5));
                perRun.Add((run.Name, Quantile(own, 0.5), Quantile(own, 0.9), own.Count));
            }
        }

        return new Score(
            points, missing, Quantile(errors, 0.5), Quantile(errors, 0.9), medians.Count > 0 ? medians.Average() : double.NaN,
            Quantile(jumps, 0.5), Quantile(jumps, 0.99), widths.Count > 0 ? (double)covered / widths.Count : double.NaN, Quantile(widths, 0.5), perRun);
    }

    /// <summary>The value below which a part of the values lies; NaN without values.</summary>
    public static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }

    private static IEnumerable<int> Scored(RecordedRun run) => Enumerable.Range(0, run.Points.Count)
        .Where(i => run.Points[i].Time - run.Points[0].Time >= Warm && run.End - run.Points[i].Time >= LeastLeft);

    private static void AddJump(List<double> jumps, RecordedRun run, Prediction[] predictions, int previous, int now)
    {
        if (previous < 0)
        {
            return;
        }

        double passed = run.Points[now].Time - run.Points[previous].Time;
        if (passed is >= ShortestStep and <= LongestStep)
        {
            double before = predictions[previous].Seconds;
            jumps.Add(Math.Abs(predictions[now].Seconds - (before - passed)) / before / (passed / 60));
        }
    }
}
