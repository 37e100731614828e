namespace Battery;

/// <summary>An operation of libbattery failed, or the library cannot be used.</summary>
public class BatteryException : Exception
{
    /// <summary>An error without a description.</summary>
    public BatteryException()
    {
    }

    /// <summary>An error of unknown kind.</summary>
    /// <param name="message">What happened.</param>
    public BatteryException(string message)
        : base(message)
    {
    }

    /// <summary>An error of unknown kind.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public BatteryException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that the library reported.</summary>
    /// <param name="error">The library's error code.</param>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause, or null.</param>
    public BatteryException(BatteryError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The library's error code.</summary>
    public BatteryError Error { get; } = BatteryError.Internal;
}
