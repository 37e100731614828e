namespace Battery.Estimates;

/// <summary>An estimator to compare with: predictions for the scored points of a run.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Predict">The predictions, one for each point.</param>
internal sealed record SimpleEstimator(string Name, Func<RecordedRun, Prediction[]> Predict);

/// <summary>What status bars and desktops do, and what can be done without fitting anything.</summary>
internal static class SimpleEstimators
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SimpleEstimator> All { get; } =
    [
        new("last minute", run => Each(run, i => Momentary(run, i))),
        Window("5 min window", 300),
        Window("15 min window", 900),
        Window("30 min window", 1800),
        Window("since the start", double.PositiveInfinity),
        Exponential("half-life 260 s", 260),
        Exponential("half-life 900 s", 900),
        new("UPower's rule", UPowerRule.Predict),
        new("taper from 80 %", run => Each(run, i => run.IsDischarging ? WindowRate(run, i, 900) : UnfittedTaper.Rate(run, i))),
    ];

    /// <summary>Divides what is still to go by a rate, at each point but the first.</summary>
    public static Prediction[] Each(RecordedRun run, Func<int, double> rate)
    {
        Prediction[] predictions = new Prediction[run.Points.Count];
        predictions[0] = Prediction.None;
        for (int i = 1; i < predictions.Length; i++)
        {
            double now = rate(i);
            predictions[i] = now > 0 ? Prediction.Of(run.Remaining(run.Points[i].Amount) / now) : Prediction.None;
        }

        return predictions;
    }

    /// <summary>The rate between two points, in amount per second; positive in the run's direction.</summary>
    public static double Rate(RecordedRun run, int from, int to) =>
        (run.Points[from].Amount - run.Points[to].Amount) / (run.Points[to].Time - run.Points[from].Time) * (run.IsDischarging ? 1 : -1);

    /// <summary>The first point of a window that ends at a point: the last one that is old enough, or the run's first.</summary>
    public static int WindowStart(RecordedRun run, int at, double seconds)
    {
        for (int i = at - 1; i >= 0; i--)
        {
            if (run.Points[i].Time <= run.Points[at].Time - seconds)
            {
                return i;
            }
        }

        return 0;
    }

    private static double Momentary(RecordedRun run, int at) => Rate(run, at - 1, at);

    private static double WindowRate(RecordedRun run, int at, double seconds) => Rate(run, WindowStart(run, at, seconds), at);

    private static SimpleEstimator Window(string name, double seconds) => new(name, run => Each(run, i => WindowRate(run, i, seconds)));

    private static SimpleEstimator Exponential(string name, double halfLife) => new(name, run =>
    {
        double average = double.NaN;
        return Each(run, i =>
        {
            double now = Momentary(run, i);
            double part = 1 - Math.Pow(0.5, (run.Points[i].Time - run.Points[i - 1].Time) / halfLife);
            average = double.IsNaN(average) ? now : average + (part * (now - average));
            return average;
        });
    });
}
