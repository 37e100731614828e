namespace Battery;

/// <summary>The native library is missing for this system, cannot be loaded, or has another version than the module.</summary>
public sealed class BatteryLibraryException : BatteryException
{
    /// <summary>An error without a description.</summary>
    public BatteryLibraryException()
    {
    }

    /// <summary>An error of unknown kind.</summary>
    /// <param name="message">What happened.</param>
    public BatteryLibraryException(string message)
        : base(BatteryError.NotSupported, message)
    {
    }

    /// <summary>An error of unknown kind.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public BatteryLibraryException(string message, Exception? innerException)
        : base(BatteryError.NotSupported, message, innerException)
    {
    }

    internal BatteryLibraryException(string errorId, string message, Exception? innerException = null)
        : base(BatteryError.NotSupported, message, innerException) => ErrorId = errorId;

    /// <summary>The first part of the error record's id.</summary>
    internal string ErrorId { get; } = "NativeLibraryUnusable";
}
