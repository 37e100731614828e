namespace Battery.Core.Estimation;

/// <summary>
/// Estimates the time until a battery is empty, full or at its charge limit, from successive readings. It has no clock, keeps a fixed
/// number of values, and allocates nothing. The estimate is computed when it is read, so that a reading costs little. It starts again
/// when the battery, its flow or the external power changes, after a gap in the readings, and after a jump of the counter. Not safe for
/// use by several threads at once.
/// </summary>
/// <param name="parameters">The constants; null for the fitted ones.</param>
internal sealed class TimeEstimator(EstimatorParameters? parameters = null)
{
    /// <summary>An estimate is provisional for this long after a reset, in seconds.</summary>
    public const double ProvisionalSeconds = 60;

    /// <summary>Readings that are further apart, in seconds, are not followed: the machine was suspended, or nobody asked.</summary>
    public const double GapSeconds = 1200;

    /// <summary>A counter that has not changed for this long, in seconds, is itself an observation: the rate is low.</summary>
    private const double SilentSeconds = 300;

    /// <summary>Until then, in seconds, an estimate may jump: there is too little behind it to hold on to.</summary>
    private const double FreeSeconds = 150;

    /// <summary>A change by more than this part of the full capacity is a jump, if it is backwards or faster than <see cref="FastestFull"/>.</summary>
    private const double Jump = 0.02;

    /// <summary>No battery is emptied or charged in less than this, in seconds.</summary>
    private const double FastestFull = 600;

    private readonly EstimatorParameters _parameters = parameters ?? EstimatorParameters.Default;
    private Level _level;
    private double _startTime, _lastTime, _target;
    private long _battery;
    private EstimateFlow _flow;
    private bool? _externalPower;
    private bool _isRunning, _isComputed;
    private RateTracker _rate;
    private JumpLimit _limit;
    private TimeEstimate _estimate = TimeEstimate.None;

    /// <summary>The estimate after the last reading. It does not jump from one time that it is asked for to the next.</summary>
    public TimeEstimate Estimate
    {
        get
        {
            if (!_isComputed)
            {
                _estimate = _isRunning ? Compute() : TimeEstimate.None;
                _isComputed = true;
            }

            return _estimate;
        }
    }

    private bool IsCharging => _flow == EstimateFlow.Charging;

    private FlowParameters Flow => IsCharging ? _parameters.Charging : _parameters.Discharging;

    /// <summary>Discards all readings.</summary>
    public void Reset()
    {
        _isRunning = false;
        _isComputed = false;
    }

    /// <summary>Adds a reading.</summary>
    public void Add(in EstimateReading reading)
    {
        Level level = Level.Of(reading);
        if (reading.Flow == EstimateFlow.None || level.Unit == EstimateUnit.None || !double.IsFinite(reading.Time))
        {
            Reset();
            return;
        }

        if (!_isRunning || IsDiscontinuous(reading, level))
        {
            Start(reading, level);
        }

        if (reading.TargetPercentage != _target)
        {
            _limit.Reset();
        }

        (_lastTime, _target, _battery, _flow) = (reading.Time, reading.TargetPercentage, reading.Battery, reading.Flow);
        _externalPower = reading.ExternalPower ?? _externalPower;
        _level = level;
        _isComputed = false;
        _rate.Add(reading.Time, level.Amount, Flow);
    }

    private void Start(in EstimateReading reading, in Level level)
    {
        _isRunning = true;
        _startTime = reading.Time;
        _externalPower = null;
        int sign = reading.Flow == EstimateFlow.Charging ? 1 : -1;
        _rate.Start(reading.Time, level.Amount, level.Full, sign, level.Unit == EstimateUnit.Percent);
        _limit.Reset();
    }

    private bool IsDiscontinuous(in EstimateReading reading, in Level level)
    {
        double elapsed = reading.Time - _lastTime;
        bool isPowerChanged = reading.ExternalPower is bool now && _externalPower is bool before && now != before;
        if (elapsed < 0 || elapsed > GapSeconds || isPowerChanged
            || reading.Battery != _battery || reading.Flow != _flow || level.Unit != _level.Unit)
        {
            return true;
        }

        double change = level.Amount - _level.Amount;
        bool isBackwards = change > 0 == (reading.Flow == EstimateFlow.Discharging);
        return Math.Abs(change) > Jump * level.Full && (isBackwards || Math.Abs(change) * FastestFull > level.Full * elapsed);
    }

    private TimeEstimate Compute()
    {
        double observed = _lastTime - _startTime;
        double target = IsCharging ? Math.Clamp(_target, 0, 100) : 0;
        bool isProvisional = observed < ProvisionalSeconds || _rate.Changes == 0;
        double rate = _rate.Rate(_lastTime, Flow);
        if (isProvisional)
        {
            rate = _level.Rate > 0 ? _level.Rate : _rate.Changes == 0 && observed >= SilentSeconds ? rate : double.NaN;
        }

        if (double.IsNaN(rate))
        {
            return TimeEstimate.None with { TargetPercentage = target, ObservedSeconds = observed };
        }

        double seconds = IsCharging ? Charge(rate, target / 100) : Discharge(rate);
        seconds = seconds > 0 ? _limit.Apply(seconds, _lastTime, !isProvisional && observed > FreeSeconds, _parameters) : 0;
        IntervalParameters interval = IsCharging ? _parameters.ChargingInterval : _parameters.DischargingInterval;
        (double low, double high) = interval.Around(seconds, observed, rate, _rate.SinceStart(_lastTime));
        return new(_level.Unit, rate * 3600, seconds, low, high, target, observed, isProvisional);
    }

    private double Discharge(double rate) => Math.Max(_level.Amount - _rate.Pending(_lastTime, rate), 0) / rate;

    private double Charge(double rate, double target)
    {
        ChargeCurve curve = new(_parameters.ChargeTimeConstant, _parameters.ChargeEnd);
        double from = _level.Amount / _level.Full;
        double constant = rate / _level.Full;
        from += _rate.Pending(_lastTime, curve.Rate(from, constant) * _level.Full) / _level.Full;
        return from < target ? curve.Seconds(from, target, constant) : 0;
    }
}
