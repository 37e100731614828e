namespace Battery.Core.Posix;

/// <summary>A pipe by which one thread ends the poll of another. A signal that arrives before the poll is not lost.</summary>
/// <param name="reader">Its end for reading, which was just opened.</param>
/// <param name="writer">Its end for writing.</param>
internal sealed class WakePipe(int reader, int writer) : IDisposable
{
    private readonly OwnDescriptor _reader = OwnDescriptor.Of(reader);
    private readonly OwnDescriptor _writer = OwnDescriptor.Of(writer);

    /// <summary>What to poll; use it only if <see cref="IsOpen"/>.</summary>
    public int Descriptor => _reader.Number;

    /// <summary>Whether the program has not closed the pipe.</summary>
    public bool IsOpen => _reader.IsOpen;

    /// <summary>Ends the current poll, or the next one. A full pipe does so already.</summary>
    public void Signal()
    {
        if (_writer.IsOpen)
        {
            FileDescriptors.WriteByte(_writer.Number);
        }
    }

    /// <summary>Takes all signals.</summary>
    public void Drain()
    {
        Span<byte> bytes = stackalloc byte[64];

        // During the poll the program may have closed the descriptor and reused its number.
        while (_reader.IsOpen && FileDescriptors.IsReadable(_reader.Number) && FileDescriptors.Read(_reader.Number, bytes) > 0)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Close();
        _writer.Close();
    }
}
