namespace Battery.Core.Sources;

/// <summary>The signal of what never announces anything, as a recording: it waits for the time and for <see cref="Interrupt"/>.</summary>
internal sealed class QuietSignal : IChangeSignal
{
    private readonly AutoResetEvent _interrupt = new(false);

    /// <inheritdoc/>
    public bool CanAnnounce => false;

    /// <inheritdoc/>
    public bool Block(int milliseconds)
    {
        _interrupt.WaitOne(milliseconds);
        return false;
    }

    /// <inheritdoc/>
    public void Interrupt() => _interrupt.Set();

    /// <inheritdoc/>
    public void Dispose() => _interrupt.Dispose();
}
