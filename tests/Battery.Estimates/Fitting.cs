using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>Fits the estimator's parameters to runs: one after the other is moved as long as that lowers the cost.</summary>
internal static class Fitting
{
    private const double LeastGain = 0.9;
    private const double MostJump = 0.007;
    private const double MostWorstJump = 0.08;
    private const double MostChargingMedian = 0.12;
    private const double MostChargingWorst = 0.3;
    private const double MostLimitError = 0.1;
    private const double MostWidth = 0.69;
    private const double MostOff = 0.07;

    private static readonly double[] s_factors = [0.5, 0.7, 0.85, 1.2, 1.4, 2];

    private static readonly Func<EstimatorParameters, double, EstimatorParameters>[] s_moves =
    [
        (p, f) => p with { Discharging = p.Discharging with { HalfLife = p.Discharging.HalfLife * f } },
        (p, f) => p with { Discharging = p.Discharging with { LongRunSeconds = p.Discharging.LongRunSeconds * f } },
        (p, f) => p with { Discharging = p.Discharging with { LongRunSteps = p.Discharging.LongRunSteps * f } },
        (p, f) => p with { Discharging = p.Discharging with { TypicalSeconds = p.Discharging.TypicalSeconds * f } },
        (p, f) => p with { Discharging = p.Discharging with { TypicalDuration = p.Discharging.TypicalDuration * f } },
        (p, f) => p with { FallPerMinute = p.FallPerMinute * f },
        (p, f) => p with { RisePerMinute = p.RisePerMinute * f },
        (p, f) => p with { FollowSeconds = p.FollowSeconds * f },
        (p, f) => p with { ChargeTimeConstant = p.ChargeTimeConstant * f },
        (p, f) => p with { ChargeEnd = p.ChargeEnd * f },
        (p, f) => p with { Charging = p.Charging with { HalfLife = p.Charging.HalfLife * f } },
        (p, f) => p with { Charging = p.Charging with { LongRunSeconds = p.Charging.LongRunSeconds * f } },
        (p, f) => p with { Charging = p.Charging with { TypicalSeconds = p.Charging.TypicalSeconds * f } },
        (p, f) => p with { Charging = p.Charging with { TypicalDuration = p.Charging.TypicalDuration * f } },
    ];

    private static readonly Func<EstimatorParameters, double, EstimatorParameters>[] s_intervalMoves =
    [
        (p, f) => p with { DischargingInterval = p.DischargingInterval with { Down = p.DischargingInterval.Down * f } },
        (p, f) => p with { DischargingInterval = p.DischargingInterval with { Up = p.DischargingInterval.Up * f } },
        (p, f) => p with { DischargingInterval = p.DischargingInterval with { DownAtStart = p.DischargingInterval.DownAtStart * f } },
        (p, f) => p with { DischargingInterval = p.DischargingInterval with { PerDisagreement = p.DischargingInterval.PerDisagreement * f } },
    ];

    /// <summary>Fits the parameters, beginning with some: first the estimate, then the interval.</summary>
    public static EstimatorParameters Fit(IReadOnlyList<RecordedRun> runs, EstimatorParameters start)
    {
        Dictionary<RunGroup, (double Median, double Worst)> aims = Aims(runs);
        EstimatorParameters fitted = Descend(start, s_moves, parameters => Cost(runs, aims, parameters));
        return Descend(fitted, s_intervalMoves, parameters => IntervalCost(runs, aims.Keys, parameters));
    }

    /// <summary>For each machine the parameters that are fitted on the runs of all the others.</summary>
    public static Dictionary<string, EstimatorParameters> LeftOut(IReadOnlyList<RecordedRun> runs, EstimatorParameters start) =>
        runs.Select(run => run.Machine).Distinct().ToDictionary(machine => machine, machine => Fit([.. runs.Where(run => run.Machine != machine)], start));

    private static EstimatorParameters Descend(
        EstimatorParameters best, Func<EstimatorParameters, double, EstimatorParameters>[] moves, Func<EstimatorParameters, double> costOf)
    {
        double least = costOf(best);
        for (bool isLower = true; isLower;)
        {
            isLower = false;
            foreach (Func<EstimatorParameters, double, EstimatorParameters> move in moves)
            {
                foreach (double factor in s_factors)
                {
                    EstimatorParameters moved = move(best, factor);
                    double cost = costOf(moved);
                    if (cost < least * LeastGain)
                    {
                        (best, least, isLower) = (moved, cost, true);
                    }
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The errors of each group as parts of what is aimed at: half a point above the best simple median, and the best simple 90th percentile.
    /// Every group weighs the same, however many points it has. A group whose machines are all left out does not count.
    /// </summary>
    private static double Cost(
        IReadOnlyList<RecordedRun> runs, IReadOnlyDictionary<RunGroup, (double Median, double Worst)> aims, EstimatorParameters parameters)
    {
        double cost = 0;
        foreach ((RunGroup group, (double median, double worst)) in aims)
        {
            Score score = Score.Of(runs.Where(group.Contains), run => Library.Predict(run, parameters));
            cost += Beyond(score.Median / median) + Beyond(score.Worst / worst) + (score.PerRun / median / 4);
            cost += Beyond(score.Jump / MostJump) + Beyond(score.WorstJump / MostWorstJump);
        }

        double toLimit = ChargeLimit.MedianError(runs, _ => parameters);
        return double.IsNaN(toLimit) ? cost : cost + Beyond(toLimit / MostLimitError);
    }

    /// <summary>
    /// How far each group's coverage is from 80 %, and how far its median width is beyond what is aimed at.
    /// </summary>
    private static double IntervalCost(IReadOnlyList<RecordedRun> runs, IEnumerable<RunGroup> groups, EstimatorParameters parameters)
    {
        double cost = 0;
        foreach (RunGroup group in groups)
        {
            Score score = Score.Of(runs.Where(group.Contains), run => Library.Predict(run, parameters));
            double off = Math.Abs(score.Coverage - 0.8);
            cost += off + (10 * Math.Max(0, off - MostOff)) + (score.Width / 5) + (5 * Math.Max(0, score.Width - MostWidth));
        }

        return cost;
    }

    /// <summary>What is worse than aimed at weighs six times as much as what is better.</summary>
    private static double Beyond(double ratio) => ratio + (5 * Math.Max(0, ratio - 0.97));

    private static Dictionary<RunGroup, (double Median, double Worst)> Aims(IReadOnlyList<RecordedRun> runs)
    {
        Dictionary<RunGroup, (double, double)> aims = [];
        foreach (RunGroup group in RunGroup.All.Where(group => runs.Any(group.Contains)))
        {
            Score[] simple = [.. SimpleEstimators.All.Select(estimator => Score.Of(runs.Where(group.Contains), estimator.Predict))];
            aims[group] = group == RunGroup.Laptops
                ? (MostChargingMedian, MostChargingWorst)
                : (simple.Min(score => score.Median) + 0.005, simple.Min(score => score.Worst));
        }

        return aims;
    }
}
