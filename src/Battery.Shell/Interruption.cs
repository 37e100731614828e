namespace Battery.Shell;

/// <summary>Ctrl+C, as something that can be waited on and that is armed anew for each command.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();

    /// <summary>Whether Ctrl+C was pressed since the last <see cref="Reset"/>.</summary>
    internal bool IsRequested => Token.IsCancellationRequested;

    /// <summary>The token that Ctrl+C cancels.</summary>
    internal CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                return _source.Token;
            }
        }
    }

    /// <summary>Says that Ctrl+C was pressed.</summary>
    internal void Request()
    {
        lock (_lock)
        {
            _source.Cancel();
        }
    }

    /// <summary>Forgets an earlier Ctrl+C.</summary>
    internal void Reset()
    {
        lock (_lock)
        {
            if (!_source.TryReset())
            {
                _source.Dispose();
                _source = new CancellationTokenSource();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
