namespace Battery.Core.Estimation;

/// <summary>An average rate in which older intervals count less: half as much per half-life. Unbiased from the first interval on.</summary>
internal struct RateAverage
{
    private const double Ln2 = 0.69314718055994531;

    // Readings mostly come at regular intervals, and an exponential costs as much as all the rest.
    private double _seconds, _halfLife, _decay;

    /// <summary>The amount that passed in the weighted time.</summary>
    public double Amount { get; private set; }

    /// <summary>The weighted time in seconds; it approaches half-life ÷ ln 2.</summary>
    public double Time { get; private set; }

    /// <summary>Adds an interval in which the amount passed evenly.</summary>
    public void Add(double amount, double seconds, double halfLife)
    {
        if (seconds <= 0)
        {
            Amount += amount;
            return;
        }

        if (seconds != _seconds || halfLife != _halfLife)
        {
            (_seconds, _halfLife) = (seconds, halfLife);
            _decay = Math.Exp(-Ln2 * seconds / halfLife);
        }

        double weight = (1 - _decay) * halfLife / Ln2;
        Amount = (Amount * _decay) + (amount / seconds * weight);
        Time = (Time * _decay) + weight;
    }
}
