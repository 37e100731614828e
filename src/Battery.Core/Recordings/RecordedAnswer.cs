namespace Battery.Core.Recordings;

/// <summary>Bytes, or the error that the system gave in their place.</summary>
public sealed class RecordedAnswer
{
    private readonly byte[] _bytes = [];

    /// <summary>An answer; the bytes are copied.</summary>
    public RecordedAnswer(ReadOnlySpan<byte> bytes) => _bytes = bytes.ToArray();

    /// <summary>An error; <paramref name="error"/> is the system's number of it.</summary>
    public RecordedAnswer(int error) => Error = error;

    /// <summary>The system's number of the error; 0 where there are bytes.</summary>
    public int Error { get; }

    /// <summary>The bytes; none where there is an error.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;
}
