namespace Battery.Core.Estimation;

/// <summary>
/// The course of charging a lithium battery: constant current, then constant voltage. In the second phase the rate is proportional to the
/// missing part, (1 - z + end) ÷ time constant with z the state of charge from 0 to 1; the first phase ends where this falls below the
/// constant rate. A slow charger reaches the second phase late or never, a fast one early.
/// </summary>
/// <param name="timeConstant">Seconds in which the missing part decreases to 1/e: cell resistance ÷ slope of the cell voltage.</param>
/// <param name="end">How far from the ideal end charging is stopped, as a part of the full capacity.</param>
internal readonly struct ChargeCurve(double timeConstant, double end)
{
    /// <summary>Seconds from one state of charge to another, with the constant rate of the first phase.</summary>
    public double Seconds(double from, double to, double rate)
    {
        double turn = Math.Clamp(1 + end - (rate * timeConstant), 0, 1);
        double seconds = 0;
        if (from < turn)
        {
            double stop = Math.Min(turn, to);
            seconds = (stop - from) / rate;
            from = stop;
        }

        return from < to ? seconds + (timeConstant * Math.Log((1 - from + end) / (1 - to + end))) : seconds;
    }

    /// <summary>The rate at a state of charge.</summary>
    public double Rate(double at, double rate) => Math.Min(rate, (1 - at + end) / timeConstant);
}
