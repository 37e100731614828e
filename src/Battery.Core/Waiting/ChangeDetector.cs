using Battery.Core.Sources;

namespace Battery.Core.Waiting;

/// <summary>
/// Tells whether something changed: listens to the system's announcements, and looks at the supplies after one, at once
/// and again when it has settled, and rarely without one. Used by one thread at a time.
/// </summary>
/// <param name="signal">The system's announcements.</param>
/// <param name="look">Looks at the supplies.</param>
/// <param name="clock">Milliseconds that only grow.</param>
internal sealed class ChangeDetector(IChangeNotifier signal, Func<StateFingerprint> look, Func<long> clock) : IDisposable
{
    private StateFingerprint? _last;
    private long _nextLook;
    private bool _isSettling;
    private bool _isUntold;

    public bool SupportsEvents => signal.SupportsEvents;

    /// <summary>Blocks until something is announced, a look is due, somebody interrupts, or the time is up.</summary>
    /// <param name="milliseconds">How long, at most.</param>
    /// <returns>Whether something changed.</returns>
    public bool Step(long milliseconds)
    {
        if (_last is null)
        {
            // The signal is open already: what changes after this look is announced.
            _last = look();
            _nextLook = clock() + Interval;
        }

        bool isAnnounced = signal.Wait((int)Math.Clamp(Math.Min(milliseconds, _nextLook - clock()), 0, int.MaxValue));
        if (isAnnounced && !_isSettling)
        {
            _isSettling = true;
            _isUntold = true;
            _nextLook = clock() + WaitTimes.Settle;
            _isUntold = !HasChanged();
            return !_isUntold;
        }

        // A storm of announcements costs no more than the look that is due anyhow.
        _isUntold |= isAnnounced;
        if (clock() < _nextLook)
        {
            return false;
        }

        // What was announced is told even where nothing is seen: it may be in a value that is not observed.
        bool hasChanged = HasChanged() || _isUntold;
        _nextLook = clock() + (_isSettling ? WaitTimes.FollowUp : Interval);
        _isSettling = false;
        _isUntold = false;
        return hasChanged;
    }

    public void Cancel() => signal.Cancel();

    public void Dispose() => signal.Dispose();

    private int Interval => signal.SupportsEvents ? WaitTimes.Safety : WaitTimes.Unannounced;

    private bool HasChanged()
    {
        StateFingerprint now = look();
        bool isSame = now.IsSameAs(_last!);
        _last = now;
        return !isSame;
    }
}
