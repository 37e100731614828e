using Battery.Core.Sources;

namespace Battery.Core.Waiting;

/// <summary>
/// Waits until the power supplies change. It has no thread of its own: of the threads that wait, one
/// leads and waits in the system, the others wait for it, and when it returns another one leads. While no thread waits
/// nothing runs, and notifications that arrive meanwhile are kept for the next wait.
/// </summary>
/// <param name="source">The power supplies.</param>
/// <param name="scopes">The batteries whose changes count.</param>
public sealed class ChangeMonitor(IPowerSupplySource source, SupplyScopes scopes)
{
    // Not an object's monitor: the runtime never frees the memory of a monitor.
    private readonly Lock _gate = new();
    private readonly List<AutoResetEvent> _followers = [];
    private ChangeDetector? _detector;
    private bool _isLed;
    private bool _isClosed;
    private bool _isWakePending;
    private int _waiters;
    private int _changes;
    private int _wakes;
    private (MachineReading Reading, long Time)? _poll;
    private int _pollThread;

    /// <summary>A monotonic clock, in milliseconds.</summary>
    internal Func<long> Clock { get; init; } = static () => Environment.TickCount64;

    /// <summary>Whether the system notifies of changes here. Opens the notifier, as the first wait does.</summary>
    /// <exception cref="Model.BatteryException">The system does not let this process wait.</exception>
    public bool SupportsEvents
    {
        get
        {
            lock (_gate)
            {
                return !_isClosed && Detector().SupportsEvents;
            }
        }
    }

    /// <summary>The number of threads that wait now. Tests wait for it instead of for a time.</summary>
    internal int Waiters => Volatile.Read(ref _waiters);

    /// <summary>Waits for a change. A change ends the waits of all threads that wait, and if there is none, the next wait.</summary>
    /// <param name="milliseconds">The timeout; 0 checks for changes since the last wait, negative means no timeout.</param>
    /// <exception cref="Model.BatteryException">The batteries cannot be listed, or the system does not let this process wait.</exception>
    public WaitOutcome Wait(int milliseconds)
    {
        long end = milliseconds < 0 ? long.MaxValue : Clock() + milliseconds;
        lock (_gate)
        {
            if (_isWakePending)
            {
                _isWakePending = false;
                return WaitOutcome.Woken;
            }

            _waiters++;
            _poll = _pollThread == Environment.CurrentManagedThreadId ? null : _poll;
            try
            {
                return WaitUntil(end);
            }
            finally
            {
                _waiters--;
                DisposeWhenLeft();
            }
        }
    }

    /// <summary>Ends the waits of all threads, and if there is none, the next wait. From any thread.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _isWakePending = _waiters == 0;
            _wakes++;
            EndWaits();
        }
    }

    /// <summary>Ends all waits, now and in future.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            EndWaits();
            DisposeWhenLeft();
        }
    }

    /// <summary>
    /// What the poll read that ended the calling thread's last wait, so that the list after a wait does not read again.
    /// It is given once, to the thread whose own poll it was, and only until it is as old as the settle time.
    /// </summary>
    /// <returns>Null if there is none; the caller then reads.</returns>
    public MachineReading? TakeReading()
    {
        lock (_gate)
        {
            if (_poll is not { } poll || _pollThread != Environment.CurrentManagedThreadId)
            {
                return null;
            }

            _poll = null;
            return Clock() - poll.Time <= WaitTimes.Settle ? poll.Reading : null;
        }
    }

    private WaitOutcome WaitUntil(long end)
    {
        int changes = _changes;
        int wakes = _wakes;
        for (long left = Left(end); !_isClosed; left = Left(end))
        {
            if (_isLed)
            {
                Follow(left);
            }
            else
            {
                Lead(left);
            }

            if (_changes != changes)
            {
                return WaitOutcome.Changed;
            }

            if (_wakes != wakes)
            {
                return WaitOutcome.Woken;
            }

            if (Left(end) == 0)
            {
                return _isClosed ? WaitOutcome.Closed : WaitOutcome.TimeUp;
            }
        }

        return WaitOutcome.Closed;
    }

    // Waits, outside the lock, until the leading thread has a result or returns.
    private void Follow(long milliseconds)
    {
        using var turn = new AutoResetEvent(false);
        _followers.Add(turn);
        _gate.Exit();
        try
        {
            turn.WaitOne((int)Math.Min(milliseconds, int.MaxValue));
        }
        finally
        {
            _gate.Enter();
            _followers.Remove(turn);
        }
    }

    // Waits and polls outside the lock, so that other threads can wait, wake and close.
    private void Lead(long milliseconds)
    {
        ChangeDetector detector = Detector();
        bool hasChanged = false;
        _isLed = true;
        _gate.Exit();
        try
        {
            hasChanged = detector.Step(milliseconds);
        }
        finally
        {
            _gate.Enter();
            _isLed = false;
            if (hasChanged)
            {
                _changes++;
                _poll = detector.LastPoll;
                _pollThread = Environment.CurrentManagedThreadId;
            }

            CallFollowers();
        }
    }

    private ChangeDetector Detector() =>
        _detector ??= new(source.OpenNotifier(), () => source.Read(scopes), Clock);

    private void EndWaits()
    {
        _detector?.Cancel();
        CallFollowers();
    }

    private void CallFollowers()
    {
        foreach (AutoResetEvent follower in _followers)
        {
            follower.Set();
        }
    }

    private void DisposeWhenLeft()
    {
        if (_isClosed && _waiters == 0)
        {
            _detector?.Dispose();
            _detector = null;
        }
    }

    private long Left(long end) => Math.Max(0, end - Clock());
}
