namespace Battery.Core.Estimation;

/// <summary>The estimate after the readings so far. A value that is not known is NaN.</summary>
/// <param name="Unit">The unit of the average rate.</param>
/// <param name="AverageRate">The average rate that the estimate is based on, without a sign: W, A, or percent per hour.</param>
/// <param name="Seconds">Time until the battery is empty, or until the target percentage is reached.</param>
/// <param name="Low">The time is at least this with a probability of 90 %.</param>
/// <param name="High">The time is at most this with a probability of 90 %; low to high is the 80 % interval.</param>
/// <param name="TargetPercentage">0 while discharging; the charge limit, or 100, while charging.</param>
/// <param name="ObservedSeconds">How long the readings have been followed since the last reset.</param>
/// <param name="IsProvisional">True in the first minute after a reset, and until the counter has changed for the first time.</param>
public readonly record struct TimeEstimate(
    EstimateUnit Unit, double AverageRate, double Seconds, double Low, double High, double TargetPercentage, double ObservedSeconds, bool IsProvisional)
{
    /// <summary>No estimate: the battery neither charges nor discharges, or its readings have no usable value.</summary>
    public static TimeEstimate None { get; } =
        new(EstimateUnit.None, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, true);

    /// <summary>The same without a time: where charging ends at a limit that is not reported, the time until then is not known.</summary>
    public TimeEstimate WithoutTime => this with { Seconds = double.NaN, Low = double.NaN, High = double.NaN, TargetPercentage = double.NaN };

    /// <summary>Whether there is a time.</summary>
    public bool IsKnown => !double.IsNaN(Seconds);
}
