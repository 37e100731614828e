namespace Battery.Core.Sources;

/// <summary>For sources that never change, for example recordings: waits for the timeout and for <see cref="Cancel"/>.</summary>
internal sealed class NullChangeNotifier : IChangeNotifier
{
    private readonly AutoResetEvent _interrupt = new(false);

    /// <inheritdoc/>
    public bool SupportsEvents => false;

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        _interrupt.WaitOne(milliseconds);
        return false;
    }

    /// <inheritdoc/>
    public void Cancel() => _interrupt.Set();

    /// <inheritdoc/>
    public void Dispose() => _interrupt.Dispose();
}
