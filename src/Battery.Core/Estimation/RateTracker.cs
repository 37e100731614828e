namespace Battery.Core.Estimation;

/// <summary>
/// The rate at which a counter moves in one direction. It works on the times at which the counter changes, so that a counter of whole percents
/// is as usable as a fine one. The recent average is weighted with the average of the whole run, and that with a typical rate, as long as few
/// changes were observed. Positive values are progress: energy that left a discharging battery, or entered a charging one.
/// </summary>
internal struct RateTracker
{
    /// <summary>The first rate counts as typical: how long it is measured, and the steps of the counter that this needs.</summary>
    private const double FirstRateSeconds = 145;
    private const double FirstRateSteps = 3;

    /// <summary>The step that is assumed until the counter has changed, as a part of the full capacity.</summary>
    private const double AssumedStep = 1.0 / 5000;

    /// <summary>No rate is below this part of the typical one: a time must stay finite.</summary>
    private const double LeastRate = 0.02;

    private double _full, _startTime, _startAmount, _sign, _total, _totalTime, _firstRate;
    private bool _isWholePercents;
    private RateAverage _recent;

    /// <summary>The amount at the last change.</summary>
    public double Amount { get; private set; }

    /// <summary>When the amount changed last.</summary>
    public double ChangeTime { get; private set; }

    /// <summary>The smallest change that was seen.</summary>
    public double Step { get; private set; }

    /// <summary>How often the amount changed.</summary>
    public int Changes { get; private set; }

    /// <summary>
    /// Begins a run. The sign is 1 where the amount grows and -1 where it shrinks; the step of whole percents is known to be 1 at most.
    /// </summary>
    public void Start(double time, double amount, double full, int sign, bool wholePercents)
    {
        this = default;
        _full = full;
        _startTime = ChangeTime = time;
        _startAmount = Amount = amount;
        _sign = sign;
        _firstRate = double.NaN;
        _isWholePercents = wholePercents;
        Step = wholePercents ? 1 : full * AssumedStep;
    }

    /// <summary>Adds a reading.</summary>
    public void Add(double time, double amount, FlowParameters parameters)
    {
        if (amount != Amount)
        {
            double change = (amount - Amount) * _sign;
            double size = Math.Abs(change);
            Step = Changes == 0 && !_isWholePercents ? size : Math.Min(Step, size);
            double progress = Changes == 0 && _isWholePercents ? change / 2 : change; // the run began somewhere within a step
            Changes++;
            _recent.Add(progress, time - ChangeTime, parameters.HalfLife);
            _total += progress;
            _totalTime += time - ChangeTime;
            Amount = amount;
            ChangeTime = time;
        }

        double elapsed = time - _startTime;
        if (double.IsNaN(_firstRate) && elapsed >= FirstRateSeconds)
        {
            double passed = (amount - _startAmount) * _sign;
            bool isMeasured = passed >= FirstRateSteps * Step && elapsed <= (2 * FirstRateSeconds) + 60;
            _firstRate = isMeasured ? passed / elapsed : 0;
        }
    }

    /// <summary>The average rate in amount per second. A change that is overdue lowers it.</summary>
    public readonly double Rate(double time, FlowParameters parameters)
    {
        double typical = _firstRate > 0 ? _firstRate : _full / parameters.TypicalDuration;
        double pending = time - ChangeTime;
        double longRun = LongRun(0, 0, typical, parameters);
        if (pending * longRun > Step)
        {
            longRun = LongRun(Step, pending, typical, parameters);
        }

        double rate = Recent(_recent, longRun, parameters);
        if (pending * rate > Step)
        {
            RateAverage withPending = _recent;
            withPending.Add(Step, pending, parameters.HalfLife);
            rate = Recent(withPending, longRun, parameters);
        }

        return rate;
    }

    /// <summary>The amount since the last change at that rate, at most one step.</summary>
    public readonly double Pending(double time, double rate) => Math.Min((time - ChangeTime) * rate, Step);

    private readonly double LongRun(double amount, double seconds, double typical, FlowParameters parameters)
    {
        double weight = parameters.TypicalSeconds;
        double rate = (_total + amount + (weight * typical)) / (_totalTime + seconds + weight);
        return Math.Max(rate, LeastRate * _full / parameters.TypicalDuration);
    }

    private readonly double Recent(RateAverage recent, double longRun, FlowParameters parameters)
    {
        double weight = parameters.LongRunSeconds + (parameters.LongRunSteps * Step / longRun);
        double rate = (recent.Amount + (weight * longRun)) / (recent.Time + weight);
        return Math.Max(rate, LeastRate * _full / parameters.TypicalDuration);
    }
}
