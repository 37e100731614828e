namespace Battery.Core.Estimation;

/// <summary>An average rate in which older intervals count less: half as much per half-life. Unbiased from the first interval on.</summary>
internal struct RateAverage
{
    private const double Ln2 = 0.69314718055994531;

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

        double decay = Decay(Ln2 * seconds / halfLife);
        double weight = (1 - decay) * halfLife / Ln2;
        Amount = (Amount * decay) + (amount / seconds * weight);
        Time = (Time * decay) + weight;
    }

    // e^-x as the square of a Padé approximant of e^(-x/2): an exponential would cost more than all the rest of a reading. Within
    // 0.1 % up to x = 3, beyond which the past hardly counts.
    private static double Decay(double x)
    {
        double half = Math.Min(x, 4) / 2;
        double even = 1 + (half * half / 12);
        double root = (even - (half / 2)) / (even + (half / 2));
        return root * root;
    }
}
