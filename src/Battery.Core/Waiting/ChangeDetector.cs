using Battery.Core.Sources;

namespace Battery.Core.Waiting;

/// <summary>
/// Detects changes: polls the power supplies after a notification, and rarely without one. Used by one thread at a time.
/// </summary>
/// <remarks>
/// The first poll of a notification is made at once, since most drivers have updated their values by then. If it shows no change,
/// another follows after the settle time, since the kernel notifies before some drivers update their values. Notifications within
/// the settle time of another one have no poll at once, but this one. Late polls follow 2, 5, 10 and 20 seconds after the last
/// notification, for embedded controllers and firmware that change the status later and without a notification.
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
    private bool _isUnreported;

    public bool SupportsEvents => notifier.SupportsEvents;

    /// <summary>What the last poll read, and when it began.</summary>
    public (MachineReading Reading, long Time) LastPoll { get; private set; }

    /// <summary>Waits until a notification arrives, a poll is due, the wait is canceled, or the timeout has elapsed.</summary>
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
        if (!notifier.SupportsEvents)
        {
            // The notifications may have ended during the wait.
            _nextPoll = Math.Min(_nextPoll, clock() + WaitTimes.WithoutEvents);
        }

        if (isNotified)
        {
            _notified = clock();
            bool isSettling = _isUnreported || _notified < _settled;
            _isUnreported = true;
            if (!isSettling)
            {
                // The next poll, where this one shows no change or fails.
                _nextPoll = _settled = clock() + WaitTimes.Settle;
                bool isShown = Poll();
                if (isShown)
                {
                    ScheduleNextPoll();
                }

                return isShown;
            }

            _nextPoll = _settled;
        }

        if (clock() < _nextPoll)
        {
            return false;
        }

        // A notification is reported even if no change is seen: it may be in a value that is not in the fingerprint.
        bool hasChanged = Poll() || _isUnreported;
        ScheduleNextPoll();
        return hasChanged;
    }

    public void Cancel() => notifier.Cancel();

    public void Dispose() => notifier.Dispose();

    private int Interval => notifier.SupportsEvents ? WaitTimes.Safety : WaitTimes.WithoutEvents;

    // All notifications are reported: the next poll is a late one, else a regular one.
    private void ScheduleNextPoll()
    {
        _isUnreported = false;
        _nextPoll = clock() + Interval;
        foreach (int late in WaitTimes.Late)
        {
            if (_notified + late is { } time && time > clock())
            {
                _nextPoll = time;
                return;
            }
        }
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
