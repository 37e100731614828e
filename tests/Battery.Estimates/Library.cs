using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>Replays a run through the library's estimator.</summary>
internal static class Library
{
    /// <summary>The predictions for the scored points of a run; the estimator gets all rows.</summary>
    public static Prediction[] Predict(RecordedRun run, EstimatorParameters parameters, double target = 100)
    {
        TimeEstimator estimator = new(parameters);
        Prediction[] predictions = new Prediction[run.Points.Count];
        int next = 0;
        foreach (RunRow row in run.Rows)
        {
            TimeEstimate estimate = estimator.Add(Reading(run, row, target));
            if (next < predictions.Length && row.Time == run.Points[next].Time && !double.IsNaN(RecordedRun.Amount(row)))
            {
                predictions[next++] = new Prediction(estimate.Seconds, estimate.Low, estimate.High);
            }
        }

        return predictions;
    }

    /// <summary>A row as the estimator gets it.</summary>
    public static EstimateReading Reading(RecordedRun run, in RunRow row, double target = 100) => new()
    {
        Time = row.Time,
        Flow = run.IsDischarging ? EstimateFlow.Discharging : EstimateFlow.Charging,
        Energy = row.Energy,
        Charge = row.Charge,
        Percentage = row.Percentage,
        Power = row.Power,
        TargetPercentage = target,
    };
}
