namespace Battery.PowerShell.Library;

/// <summary>A call of libbattery failed.</summary>
/// <param name="error">What went wrong.</param>
/// <param name="message">The library's own sentence.</param>
internal sealed class LibraryException(BatteryError error, string message) : Exception(message)
{
    public BatteryError Error { get; } = error;
}
