namespace Battery;

// The estimate of the time that is left. Known only where a manager has read the battery for a minute or more, as Watch-Battery and
// Get-Battery -Manager do; the momentary times, which follow from a single reading, are in TimeToEmpty and TimeToFull.
public sealed partial class BatteryInfo
{
    /// <summary>The average rate that the estimate is based on, W. Null if unknown.</summary>
    public double? AverageRate { get; internal init; }

    /// <summary>Estimated time until empty, or until full or the charge limit. Whole seconds. Null if unknown.</summary>
    public TimeSpan? TimeLeft { get; internal init; }

    /// <summary>The lower end of the 80 % interval of the time. Null if unknown.</summary>
    public TimeSpan? TimeLeftLow { get; internal init; }

    /// <summary>The upper end of the 80 % interval of the time. Null if unknown.</summary>
    public TimeSpan? TimeLeftHigh { get; internal init; }
}
