namespace Battery.Core.Model;

/// <summary>A reading as a whole failed. A single value that cannot be read is no exception: it is unknown.</summary>
/// <param name="code">What went wrong.</param>
/// <param name="message">What happened, to what, and what to do. Text of a device or a file in it was cleaned by <see cref="PlainText.Clean"/>.</param>
public sealed class BatteryException(BatteryError code, string message) : Exception(PlainText.WithoutControls(message))
{
    /// <summary>What went wrong.</summary>
    public BatteryError Code { get; } = code;
}
