using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>How well the time to a charge limit of 80 % is estimated, on runs that pass it.</summary>
internal static class ChargeLimit
{
    private const double Limit = 80;
    private const double Warm = 300;
    private const double LeastLeft = 600;

    /// <summary>Median of |estimate - truth| ÷ truth, from the fifth minute on and while ten minutes are left.</summary>
    public static double MedianError(IEnumerable<RecordedRun> runs, Func<RecordedRun, EstimatorParameters> parameters)
    {
        List<double> errors = [];
        foreach (RecordedRun run in runs.Where(RunGroup.Laptops.Contains))
        {
            Prediction[] predictions = Library.Predict(run, parameters(run), Limit);
            double reached = run.Points.First(point => point.Amount >= Limit / 100 * run.Full).Time;
            for (int i = 0; i < predictions.Length; i++)
            {
                double truth = reached - run.Points[i].Time;
                if (run.Points[i].Time >= Warm && truth >= LeastLeft)
                {
                    errors.Add(Math.Abs(predictions[i].Seconds - truth) / truth);
                }
            }
        }

        return Score.Quantile(errors, 0.5);
    }
}
