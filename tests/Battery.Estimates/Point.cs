namespace Battery.Estimates;

/// <summary>What a simple estimator sees of a row: the time and the remaining amount in the run's unit.</summary>
internal readonly record struct Point(double Time, double Amount);
