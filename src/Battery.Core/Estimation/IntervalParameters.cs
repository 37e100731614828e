namespace Battery.Core.Estimation;

/// <summary>The width of the 80 % interval, in logarithms: the time is divided by e^down and multiplied by e^up.</summary>
/// <param name="Down">The distance downwards after hours of observation.</param>
/// <param name="Up">The distance upwards.</param>
/// <param name="DownAtStart">What is added downwards at the start of a run; half of it after half an hour.</param>
/// <param name="PerDisagreement">
/// What is added per square of ln(rate ÷ average rate since the start). Upwards only where the average is lower: the time may then become as long
/// as the average says.
/// </param>
public sealed record IntervalParameters(double Down, double Up, double DownAtStart, double PerDisagreement)
{
    private const double HalfTime = 1800;
    private const double MostDisagreement = 1.5;

    /// <summary>The ends of the interval around a time.</summary>
    /// <param name="seconds">The time.</param>
    /// <param name="observed">How long the readings have been followed, in seconds.</param>
    /// <param name="rate">The rate that the time is based on.</param>
    /// <param name="average">The average rate since the start; 0 if there was no change.</param>
    public (double Low, double High) Around(double seconds, double observed, double rate, double average)
    {
        double disagreement = average > 0 && rate > 0 ? Math.Clamp(Math.Log(rate / average), -MostDisagreement, MostDisagreement) : 0;
        double added = PerDisagreement * disagreement * disagreement;
        double down = Down + (DownAtStart / (1 + (observed / HalfTime))) + added;
        double up = Up + (disagreement > 0 ? added : 0);
        return (seconds * Math.Exp(-down), seconds * Math.Exp(up));
    }
}
