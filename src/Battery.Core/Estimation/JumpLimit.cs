namespace Battery.Core.Estimation;

/// <summary>
/// Limits the change of a time per minute, beyond the time that passed, to a part of the time. It may fall faster than it rises,
/// because an overestimate does more harm.
/// </summary>
internal struct JumpLimit
{
    /// <summary>The change is limited to a part of at least this time, in seconds: a part of almost 0 would never let it rise again.</summary>
    private const double Least = 60;

    private double _seconds, _time;

    /// <summary>Discards the last time.</summary>
    public void Reset() => _seconds = double.NaN;

    /// <summary>The time to show, given the one that was computed.</summary>
    public double Apply(double seconds, double now, bool limits, EstimatorParameters parameters)
    {
        if (limits && !double.IsNaN(_seconds))
        {
            double minutes = (now - _time) / 60;
            double expected = Math.Max(_seconds - (now - _time), Least);
            double fall = parameters.FallPerMinute * minutes;
            double rise = parameters.RisePerMinute * minutes;

            // 1 + x is at most e^x: what is within it needs no exponential.
            if (seconds * (1 + fall) < expected)
            {
                seconds = Math.Max(seconds, expected * Math.Exp(-fall));
            }
            else if (seconds > expected * (1 + rise))
            {
                seconds = Math.Min(seconds, expected * Math.Exp(rise));
            }
        }

        _seconds = seconds;
        _time = now;
        return seconds;
    }
}
