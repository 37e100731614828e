namespace Battery.Core.Estimation;

/// <summary>An average rate in which older intervals count less: half as much per half-life. Unbiased from the first interval on.</summary>
internal struct RateAverage
{
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

        double decay = Math.Exp(-Math.Log(2) * seconds / halfLife);
        double weight = (1 - decay) * halfLife / Math.Log(2);
        Amount = (Amount * decay) + (amount / seconds * weight);
        Time = (Time * decay) + weight;
    }
}
