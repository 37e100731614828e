using Battery.Core.Sources;

namespace Battery.Core.Waiting;

/// <summary>
/// Detects changes: polls the power supplies after a notification, and rarely without one. Used by one thread at a time.
/// </summary>
/// <remarks>
/// A notification costs two polls where the first shows the change, else three, and three late ones. The first is made at once,
/// since most drivers have updated their values by then. Where it shows no change another comes after the settle time, since the
/// kernel notifies before some drivers update their values. The next comes after the follow-up time, since an embedded controller
/// takes a second or so from 'plugged in' to 'charging'. Notifications within the settle time of another one cost no poll at
/// once, and both of the others. The late ones come 5, 10 and 20 seconds after the last notification, for firmware that changes
/// the status without a notification.
/// </remarks>
/// <param name="notifier">The system's notifications.</param>
/// <param name="read">Reads the power supplies.</param>
/// <param name="clock">A monotonic clock, in milliseconds.</param>
internal sealed class ChangeDetector(IChangeNotifier notifier, Func<MachineReading> read, Func<long> clock) : IDisposable
{
    private StateFingerprint? _last;
    private long _nextPoll;
    private long _settled = long.MinValue;
    private long? _notified;
    private int _pollsDue;
    private bool _isUnreported;

    public bool SupportsEvents => notifier.SupportsEvents;

    /// <summary>What the last poll read, and when it began.</summary>
    public (MachineReading Reading, long Time) LastPoll { get; private set; }

    /// <summary>Waits until a notification arrives, a poll is due, the wait is cancelled, or the timeout has elapsed.</summary>
    /// <param name="milliseconds">The timeout.</param>
    /// <returns>Whether something changed. If so, the last poll showed the change.</returns>
    public bool Step(long milliseconds)
    {
        if (_last is null)
        {
            // The notifier is open already: a change after this poll is notified.
            Poll();
            _nextPoll = clock() + Interval;
        }

        bool isNotified = notifier.Wait((int)Math.Clamp(Math.Min(milliseconds, _nextPoll - clock()), 0, int.MaxValue));
        _notified = isNotified ? clock() : _notified;
        if (!notifier.SupportsEvents)
        {
            // The notifications may have ended during the wait.
            _nextPoll = Math.Min(_nextPoll, clock() + WaitTimes.WithoutEvents);
        }

        bool isSettling = clock() < _settled || _nextPoll == _settled;
        if (isNotified && !isSettling)
        {
            _settled = clock() + WaitTimes.Settle;
            _pollsDue = 1;
            _nextPoll = _settled;
            _isUnreported = true;
            _isUnreported = !Poll();
            _nextPoll = _isUnreported ? _settled : _settled - WaitTimes.Settle + WaitTimes.FollowUp;
            return !_isUnreported;
        }

        if (isNotified)
        {
            _pollsDue = 2;
            _nextPoll = _settled;
            _isUnreported = true;
        }

        if (clock() < _nextPoll)
        {
            return false;
        }

        // A notification is reported even if no change is seen: it may be in a value that is not in the fingerprint.
        bool hasChanged = Poll() || _isUnreported;
        _isUnreported = false;
        _pollsDue = Math.Max(0, _pollsDue - 1);
        _nextPoll = _pollsDue > 0 ? clock() + WaitTimes.FollowUp : NextRegularPoll();
        return hasChanged;
    }

    public void Cancel() => notifier.Cancel();

    public void Dispose() => notifier.Dispose();

    private int Interval => notifier.SupportsEvents ? WaitTimes.Safety : WaitTimes.WithoutEvents;

    private long NextRegularPoll()
    {
        foreach (int late in WaitTimes.Late)
        {
            if (_notified is { } notified && notified + late > clock())
            {
                return notified + late;
            }
        }

        return clock() + Interval;
    }

    // Whether the fingerprint changed.
    private bool Poll()
    {
        long time = clock();
        MachineReading reading = read();
        var fingerprint = new StateFingerprint(reading);
        bool hasChanged = _last is not null && !fingerprint.IsSameAs(_last);
        _last = fingerprint;
        LastPoll = (reading, time);
        return hasChanged;
    }
}
