namespace Battery.Estimates;

/// <summary>
/// UPower's rule for a battery whose gauge reports no rate, as far as its source shows it (up-device-battery.c of UPower 1.90): the energy
/// difference to one of the last 15 readings. The search goes back from the newest; it skips readings younger than 15 s and ends where
/// |120 s - age| exceeds |30 s - age of the reading found before|. A rate below 0.1 W is dropped; here, where many logs have no watts, one that
/// would take 500 hours for what the run began with.
/// </summary>
internal static class UPowerRule
{
    private const int Readings = 15;
    private const double ShortTimeout = 30;
    private const double LongTimeout = 120;
    private const double LeastAge = 15;
    private const double LongestSeconds = 500 * 3600;

    /// <summary>The predictions for a run, of which each scored point is a reading.</summary>
    public static Prediction[] Predict(RecordedRun run) => SimpleEstimators.Each(run, i =>
    {
        int reference = Reference(run, i);
        double rate = reference < 0 ? double.NaN : SimpleEstimators.Rate(run, reference, i);
        return rate * LongestSeconds > run.Points[0].Amount ? rate : double.NaN;
    });

    private static int Reference(RecordedRun run, int at)
    {
        int reference = -1;
        double found = 999;
        for (int i = at - 1; i >= Math.Max(0, at - Readings); i--)
        {
            double age = run.Points[at].Time - run.Points[i].Time;
            if (age < LeastAge)
            {
                continue;
            }

            if (Math.Abs(LongTimeout - age) > Math.Abs(ShortTimeout - found))
            {
                break;
            }

            found = age;
            reference = i;
        }

        return reference;
    }
}
