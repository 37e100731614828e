namespace Battery.PowerShell.Interop;

/// <summary>The native library cannot be used.</summary>
/// <param name="errorId">The stable id of the error.</param>
/// <param name="message">What happened and what to do.</param>
/// <param name="inner">The cause.</param>
internal sealed class NativeLibraryException(string errorId, string message, Exception? inner = null) : Exception(message, inner)
{
    public string ErrorId { get; } = errorId;
}
