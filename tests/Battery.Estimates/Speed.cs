using System.Diagnostics;
using Battery.Core.Estimation;

namespace Battery.Estimates;

/// <summary>What a reading costs the estimator.</summary>
internal static class Speed
{
    private const int Readings = 1_000_000;
    private const int Rounds = 9;

    /// <summary>The best of some rounds of a million readings, each of which changes the counter. No estimate is asked for.</summary>
    public static double Nanoseconds() => Enumerable.Range(0, Rounds).Min(_ => Round());

    private static double Round()
    {
        TimeEstimator estimator = new();
        EstimateReading reading = new() { Flow = EstimateFlow.Discharging, EnergyFull = 1e6, Power = 10 };
        long start = Stopwatch.GetTimestamp();
        for (int second = 0; second < Readings; second++)
        {
            estimator.Add(reading with { Time = second, Energy = 1e6 - (second / 360.0) });
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Readings;
    }
}
