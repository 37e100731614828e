namespace Battery.Core.Estimation;

/// <summary>
/// Estimates the time until a battery is empty, full or at its charge limit, from successive readings. It has no clock, keeps a
/// fixed number of values, and allocates nothing per reading. It starts again when the battery, its flow or the external
/// power changes, after a gap in the readings, and after a jump of the counter. Not safe for use by several threads at once.
/// </summary>
/// <param name="parameters">The constants; null for the fitted ones.</param>
internal sealed class TimeEstimator(EstimatorParameters? parameters = null)
{
    /// <summary>An estimate is provisional for this long after a reset, in seconds.</summary>
    public const double ProvisionalSeconds = 60;

    /// <summary>Readings that are further apart, in seconds, are not followed: the machine was suspended, or the battery was not read.</summary>
    public const double GapSeconds = 1200;

    /// <summary>A counter that has not changed for this long, in seconds, is itself an observation: the rate is low.</summary>
    private const double SilentSeconds = 300;

    /// <summary>For this long after a reset, in seconds, the change of an estimate is not limited: it is based on too few readings.</summary>
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
    private bool _isRunning;
    private RateTracker _rate;
    private RateVariation _variation;
    private JumpLimit _limit;

    /// <summary>The estimate after the last reading.</summary>
    public TimeEstimate Estimate { get; private set; } = TimeEstimate.None;

    /// <summary>Discards all readings.</summary>
    public void Reset()
    {
        _isRunning = false;
        Estimate = TimeEstimate.None;
    }

    /// <summary>Adds a reading and returns the new estimate.</summary>
    public TimeEstimate Add(in EstimateReading reading)
    {
        Level level = Level.Of(reading);
        if (reading.Flow == EstimateFlow.None || level.Unit == EstimateUnit.None || !double.IsFinite(reading.Time))
        {
            Reset();
            return Estimate;
        }

        if (!_isRunning || IsDiscontinuous(reading, level))
        {
            Start(reading, level);
        }

        FlowParameters flow = Flow(reading);
        _rate.Add(reading.Time, level.Amount, flow);
        _variation.Add(reading.Time, level.Amount);
        if (reading.TargetPercentage != _target)
        {
            _limit.Reset();
        }

        (_lastTime, _target, _battery, _flow) = (reading.Time, reading.TargetPercentage, reading.Battery, reading.Flow);
        _externalPower = reading.ExternalPower ?? _externalPower;
        _level = level;
        Estimate = Compute(reading, level, flow);
        return Estimate;
    }

    private FlowParameters Flow(in EstimateReading reading) =>
        reading.Flow == EstimateFlow.Charging ? _parameters.Charging : _parameters.Discharging;

    private void Start(in EstimateReading reading, in Level level)
    {
        _isRunning = true;
        _startTime = reading.Time;
        _externalPower = null;
        int sign = reading.Flow == EstimateFlow.Charging ? 1 : -1;
        _rate.Start(reading.Time, level.Amount, level.Full, sign, level.Unit == EstimateUnit.Percent);
        _variation.Start(reading.Time, level.Amount);
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

    private TimeEstimate Compute(in EstimateReading reading, in Level level, FlowParameters flow)
    {
        double observed = reading.Time - _startTime;
        bool isCharging = reading.Flow == EstimateFlow.Charging;
        double target = isCharging ? Math.Clamp(reading.TargetPercentage, 0, 100) : 0;
        bool isProvisional = observed < ProvisionalSeconds || _rate.Changes == 0;
        double rate = _rate.Rate(reading.Time, flow);
        if (isProvisional)
        {
            rate = level.Rate > 0 ? level.Rate : _rate.Changes == 0 && observed >= SilentSeconds ? rate : double.NaN;
        }

        if (double.IsNaN(rate))
        {
            return TimeEstimate.None with { TargetPercentage = target, ObservedSeconds = observed };
        }

        double seconds = isCharging ? Charge(reading.Time, level, rate, target / 100) : Discharge(reading.Time, level, rate);
        seconds = seconds > 0 ? _limit.Apply(seconds, reading.Time, !isProvisional && observed > FreeSeconds, _parameters) : 0;
        IntervalParameters interval = isCharging ? _parameters.ChargingInterval : _parameters.DischargingInterval;
        double variation = Math.Min(_variation.Relative(interval.AssumedVariation, interval.AssumedBlocks), interval.MostVariation);
        return new(
            level.Unit,
            rate * 3600,
            seconds,
            seconds / (1 + interval.Down + (interval.DownPerVariation * variation)),
            seconds * (1 + interval.Up + (interval.UpPerVariation * variation)),
            target,
            observed,
            isProvisional);
    }

    private double Discharge(double time, in Level level, double rate) => Math.Max(level.Amount - _rate.Pending(time, rate), 0) / rate;

    private double Charge(double time, in Level level, double rate, double target)
    {
        ChargeCurve curve = new(_parameters.ChargeTimeConstant, _parameters.ChargeEnd);
        double from = level.Amount / level.Full;
        double constant = rate / level.Full;
        from += _rate.Pending(time, curve.Rate(from, constant) * level.Full) / level.Full;
        return from < target ? curve.Seconds(from, target, constant) : 0;
    }
}
