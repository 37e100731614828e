using System.Diagnostics;

namespace Battery.PowerShell.Watching;

/// <summary>When the next sample is due, and when the watch ends.</summary>
internal sealed class WatchSchedule
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan? _interval;
    private readonly TimeSpan? _end;
    private TimeSpan? _next;

    /// <param name="interval">From sample to sample; 0 is never.</param>
    /// <param name="end">The time of the whole watch; null is without end.</param>
    public WatchSchedule(TimeSpan interval, TimeSpan? end)
    {
        _interval = interval > TimeSpan.Zero ? interval : null;
        _next = _interval;
        _end = end;
    }

    /// <summary>Whether the watch's time is up.</summary>
    public bool IsUp => _clock.Elapsed >= _end;

    /// <summary>How long until the next sample or the end; null is without end.</summary>
    public TimeSpan? TimeToNext
    {
        get
        {
            TimeSpan? moment = _next < _end || _end is null ? _next : _end;
            return moment is { } known ? TimeSpan.FromTicks(Math.Max(0, (known - _clock.Elapsed).Ticks)) : null;
        }
    }

    /// <summary>Whether a sample is due now. The next one is then an interval after it was due, so that samples do not drift; turns that were missed, as in a sleep, are not made up for.</summary>
    public bool TakeTurn()
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
