namespace Battery.Core.Estimation;

/// <summary>How the rate of one direction (discharging or charging) is averaged. The values were fitted; docs/estimates.md has the method.</summary>
/// <param name="HalfLife">Half-life of the recent average, in seconds.</param>
/// <param name="LongRunSeconds">The weight of the run's average in the recent one, as seconds of observation.</param>
/// <param name="LongRunSteps">The same, in steps of the counter: what a coarse counter shows is known less well.</param>
/// <param name="TypicalSeconds">The weight of the typical rate in the run's average, as seconds of observation.</param>
/// <param name="TypicalDuration">How long a full battery typically lasts, or takes to charge, in seconds: a starting point for coarse counters.</param>
internal sealed record FlowParameters(double HalfLife, double LongRunSeconds, double LongRunSteps, double TypicalSeconds, double TypicalDuration);
