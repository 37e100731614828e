namespace Battery;

/// <summary>
/// The values of one battery at one moment. The object has no handles and cannot be changed, so it can be kept, compared
/// and sent to another machine. An unknown value is null (or Unknown), never 0.
/// </summary>
public sealed partial class BatteryInfo
{
    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; internal init; }

    /// <summary>Where the values were read: the path of a recording or of a folder instead of /sys, or the machine's name.</summary>
    public string Source { get; internal init; } = string.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
