namespace Battery.Core.Estimation;

/// <summary>How much the rate varies from one quarter of an hour to the next: what the width of an interval depends on.</summary>
internal struct RateVariation
{
    /// <summary>The length of a block, in seconds.</summary>
    public const double BlockSeconds = 900;

    private double _blockTime, _blockAmount, _mean, _squares;
    private int _blocks;

    /// <summary>Begins a run.</summary>
    public void Start(double time, double amount)
    {
        this = default;
        _blockTime = time;
        _blockAmount = amount;
    }

    /// <summary>Adds a reading.</summary>
    public void Add(double time, double amount)
    {
        double elapsed = time - _blockTime;
        if (elapsed < BlockSeconds)
        {
            return;
        }

        double rate = Math.Abs(amount - _blockAmount) / elapsed;
        _blocks++;
        double fromMean = rate - _mean;
        _mean += fromMean / _blocks;
        _squares += fromMean * (rate - _mean);
        _blockTime = time;
        _blockAmount = amount;
    }

    /// <summary>Standard deviation of the blocks' rates ÷ their mean, with an assumed value that counts as some blocks.</summary>
    public readonly double Relative(double assumed, double assumedBlocks)
    {
        double variance = _mean > 0 ? _squares / (_mean * _mean) : 0;
        return Math.Sqrt((variance + (assumedBlocks * assumed * assumed)) / (_blocks + assumedBlocks));
    }
}
