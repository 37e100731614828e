namespace Battery.Core.Estimation;

/// <summary>
/// Limits the change of a time. Beyond the time that passed it approaches a new time with a time constant, and it changes by at most a
/// part of itself per minute. It may fall faster than it rises, because an overestimate does more harm.
/// </summary>
internal struct JumpLimit
{
    /// <summary>No time is followed below this, in seconds: a part of almost nothing would never let it rise again.</summary>
    private const double Least = 60;

    private double _seconds, _time;

    /// <summary>Discards the last time.</summary>
    public void Reset() => _seconds = double.NaN;

    /// <summary>The time to show, given the one that was computed.</summary>
    public double Apply(double seconds, double now, bool limits, EstimatorParameters parameters)
    {
        if (limits && !double.IsNaN(_seconds))
        {
            double passed = now - _time;
            double expected = Math.Max(_seconds - passed, Least);
            double followed = expected + ((seconds - expected) * passed / (passed + parameters.FollowSeconds));
            double minutes = passed / 60;
            seconds = Math.Clamp(
                followed, expected * Math.Exp(-parameters.FallPerMinute * minutes), expected * Math.Exp(parameters.RisePerMinute * minutes));
        }

        _seconds = seconds;
        _time = now;
        return seconds;
    }
}
