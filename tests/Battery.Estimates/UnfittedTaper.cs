namespace Battery.Estimates;

/// <summary>Charging with a rate that falls linearly from all at 80 % to a tenth at 100 %; nothing about it is fitted.</summary>
internal static class UnfittedTaper
{
    private const double Turn = 80;
    private const double LastPart = 0.1;

    /// <summary>The rate that, divided into what is still to go, gives the time to full; from a window of 15 minutes.</summary>
    public static double Rate(RecordedRun run, int at)
    {
        int from = SimpleEstimators.WindowStart(run, at, 900);
        double before = Effective(run.Points[from].Amount / run.Full * 100);
        double now = Effective(run.Points[at].Amount / run.Full * 100);
        double speed = (before - now) / (run.Points[at].Time - run.Points[from].Time);
        return speed > 0 && now > 0 ? run.Remaining(run.Points[at].Amount) / (now / speed) : double.NaN;
    }

    /// <summary>The percents that could be charged at the full rate in the time that is still needed.</summary>
    private static double Effective(double percentage) => percentage < Turn ? Turn - percentage + Tail(Turn) : Tail(percentage);

    private static double Tail(double percentage) => (100 - Turn) / (1 - LastPart) * Math.Log(Part(percentage) / LastPart);

    private static double Part(double percentage) => Math.Max(LastPart, 1 - ((1 - LastPart) * (percentage - Turn) / (100 - Turn)));
}
