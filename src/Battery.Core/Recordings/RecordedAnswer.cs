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

    /// <summary>Gives the answer again, as the system gave it.</summary>
    /// <param name="buffer">Where the bytes go; what does not fit is left out.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>0, or the error.</returns>
    public int CopyTo(Span<byte> buffer, out int length)
    {
        length = Math.Min(_bytes.Length, buffer.Length);
        _bytes.AsSpan(0, length).CopyTo(buffer);
        return Error;
    }
}
