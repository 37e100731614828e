using System.Diagnostics;

namespace Battery.PowerShell.Watching;

/// <summary>When the next sample is due, and when the watch ends.</summary>
internal sealed class WatchSchedule
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan? _interval;
    private readonly TimeSpan? _end;
    private TimeSpan? _next;

    /// <param name="interval">From one sample to the next; 0 for no interval.</param>
    /// <param name="end">The duration of the watch; null for no end.</param>
    public WatchSchedule(TimeSpan interval, TimeSpan? end)
    {
        _interval = interval > TimeSpan.Zero ? interval : null;
        _next = _interval;
        _end = end;
    }

    /// <summary>Whether the watch's duration has expired.</summary>
    public bool IsExpired => _clock.Elapsed >= _end;

    /// <summary>The time to the next sample or to the end, whichever is first; null if there is neither.</summary>
    public TimeSpan? TimeToNext
    {
        get
        {
            TimeSpan? moment = _next < _end || _end is null ? _next : _end;
            return moment is { } known ? TimeSpan.FromTicks(Math.Max(0, (known - _clock.Elapsed).Ticks)) : null;
        }
    }

    /// <summary>
    /// Advances to the next sample if one is due; else false. The next sample is due an interval after the one that was due, so that
    /// samples do not drift. Samples that were missed, for example in a sleep, are skipped.
    /// </summary>
    public bool TryAdvance()
    {
        if (_next is not { } due || _clock.Elapsed < due)
        {
            return false;
        }

        long missed = (_clock.Elapsed - due).Ticks / _interval!.Value.Ticks;
        _next = due + ((missed + 1) * _interval.Value);
        return true;
    }
}
