using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>Fits the estimator's parameters to runs: one after the other is moved as long as that lowers the cost.</summary>
public static class Fitting
{
    private static readonly double[] s_factors = [0.5, 0.7, 0.85, 0.95, 1.05, 1.2, 1.4, 2];

    private static readonly Func<EstimatorParameters, double, EstimatorParameters>[] s_moves =
    [
        (p, f) => p with { Discharging = p.Discharging with { HalfLife = p.Discharging.HalfLife * f } },
        (p, f) => p with { Discharging = p.Discharging with { LongRunSeconds = p.Discharging.LongRunSeconds * f } },
        (p, f) => p with { Discharging = p.Discharging with { LongRunSteps = p.Discharging.LongRunSteps * f } },
        (p, f) => p with { Discharging = p.Discharging with { TypicalSeconds = p.Discharging.TypicalSeconds * f } },
        (p, f) => p with { Discharging = p.Discharging with { TypicalDuration = p.Discharging.TypicalDuration * f } },
        (p, f) => p with { ChargeTimeConstant = p.ChargeTimeConstant * f },
        (p, f) => p with { ChargeEnd = p.ChargeEnd * f },
        (p, f) => p with { Charging = p.Charging with { HalfLife = p.Charging.HalfLife * f } },
        (p, f) => p with { Charging = p.Charging with { TypicalDuration = p.Charging.TypicalDuration * f } },
    ];

    /// <summary>Fits the parameters, beginning with some.</summary>
    public static EstimatorParameters Fit(IReadOnlyList<RecordedRun> runs, EstimatorParameters start)
    {
        EstimatorParameters best = start;
        double least = Cost(runs, best);
        for (bool isLower = true; isLower;)
        {
            isLower = false;
            foreach (Func<EstimatorParameters, double, EstimatorParameters> move in s_moves)
            {
                foreach (double factor in s_factors)
                {
                    EstimatorParameters moved = move(best, factor);
                    double cost = Cost(runs, moved);
                    if (cost < least * 0.999)
                    {
                        (best, least, isLower) = (moved, cost, true);
                    }
                }
            }
        }

        return best;
    }

    /// <summary>
    /// The errors of each group as parts of the best simple estimator's, median and 90th percentile alike. Where a group's machines are all
    /// left out, it does not count.
    /// </summary>
    private static double Cost(IReadOnlyList<RecordedRun> runs, EstimatorParameters parameters)
    {
        double cost = 0;
        foreach (RunGroup group in RunGroup.All.Where(group => group != RunGroup.Laptops))
        {
            RecordedRun[] members = [.. runs.Where(group.Contains)];
            if (members.Length > 0)
            {
                Score score = Score.Of(members, run => Library.Predict(run, parameters));
                (double median, double worst) = Best(members);
                cost += Beyond(score.Median / median) + Beyond(score.Worst / worst) + (score.PerRun / median / 4);
            }
        }

        return cost;
    }

    /// <summary>What is worse than the best simple estimator weighs four times as much as what is better.</summary>
    private static double Beyond(double ratio) => ratio + (3 * Math.Max(0, ratio - 0.98));

    private static (double Median, double Worst) Best(RecordedRun[] members)
    {
        Score[] simple = [.. SimpleEstimators.All.Select(estimator => Score.Of(members, estimator.Predict))];
        return (simple.Min(score => score.Median), simple.Min(score => score.Worst));
    }
}
