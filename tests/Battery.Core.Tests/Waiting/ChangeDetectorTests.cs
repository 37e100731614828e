using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Waiting;

namespace Battery.Core.Tests.Waiting;

public sealed class ChangeDetectorTests : IDisposable
{
    private readonly ScriptedNotifier _notifier = new();
    private readonly ChangeDetector _detector;
    private ExternalPower _power = ExternalPower.Online;
    private readonly List<long> _pollTimes = [];
    private int _polls;

    public ChangeDetectorTests() => _detector = new(_notifier, Read, () => _notifier.Now);

    public void Dispose() => _detector.Dispose();

    [Fact]
    public void Step_without_a_notification_polls_after_the_safety_time()
    {
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([WaitTimes.Safety], _notifier.Timeouts);
        Assert.Equal(2, _polls);
    }

    [Fact]
    public void Step_reports_a_change_without_a_notification_after_the_safety_time()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        Assert.False(_detector.Step(WaitTimes.Safety - 1));
        Assert.True(_detector.Step(1));
    }

    [Fact]
    public void Step_polls_more_often_where_events_are_not_supported()
    {
        _notifier.SupportsEvents = false;
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([WaitTimes.WithoutEvents], _notifier.Timeouts);
    }

    [Fact]
    public void Step_polls_more_often_from_the_moment_at_which_the_notifications_end()
    {
        _detector.Step(0);
        _notifier.EndAfter(1_000);
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal(1_000, _notifier.Now);
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([0, 1_000 + WaitTimes.WithoutEvents], _pollTimes);
    }

    [Fact]
    public void Step_reports_a_change_at_once_if_it_shows_at_the_notification()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(7);
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(7, _notifier.Now);
    }

    [Fact]
    public void Step_reports_a_notification_after_the_settle_time_if_no_change_shows()
    {
        _detector.Step(0);
        _notifier.NotifyAfter(0);
        Assert.False(_detector.Step(long.MaxValue));
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle, _notifier.Now);
    }

    [Fact]
    public void Step_reports_what_an_embedded_controller_updates_after_two_seconds()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(0);
        Assert.True(_detector.Step(long.MaxValue));
        _power = ExternalPower.Unknown;
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Late[0], _notifier.Now);
    }

    [Theory]
    [InlineData(true, new long[] { 0, 2_000, 5_000, 10_000, 20_000, 80_000 })]
    [InlineData(false, new long[] { 0, 50, 2_000, 5_000, 10_000, 20_000, 80_000 })]
    public void Step_polls_until_2_seconds_after_one_notification_and_late_after_5_10_and_20_seconds(bool showsAtOnce, long[] expected)
    {
        _detector.Step(0);
        _pollTimes.Clear();
        _power = showsAtOnce ? ExternalPower.Offline : _power;
        _notifier.NotifyAfter(0);
        while (_notifier.Now < 100_000)
        {
            _detector.Step(100_000 - _notifier.Now);
        }

        Assert.Equal(expected, _pollTimes);
    }

    // SteamOS: the status changes seconds after the notification of the adapter, without one of its own.
    [Fact]
    public void Step_reports_a_status_that_changes_late_without_a_notification()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(0);
        Assert.True(_detector.Step(long.MaxValue));
        Assert.False(_detector.Step(long.MaxValue));
        _power = ExternalPower.Unknown;
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(5_000, _notifier.Now);
    }

    [Fact]
    public void Step_counts_the_late_polls_from_the_last_notification()
    {
        _detector.Step(0);
        _notifier.NotifyAfter(0);
        _detector.Step(4_000);
        _detector.Step(4_000);
        _notifier.NotifyAfter(4_000 - _notifier.Now);
        _pollTimes.Clear();
        while (_notifier.Now < 30_000)
        {
            _detector.Step(30_000 - _notifier.Now);
        }

        Assert.Equal([2_000, 4_000, 4_050, 6_000, 9_000, 14_000, 24_000], _pollTimes);
    }

    [Fact]
    public void Step_polls_at_once_for_a_notification_that_arrives_before_a_late_poll()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(0);
        Assert.True(_detector.Step(long.MaxValue));
        _polls = 0;
        _power = ExternalPower.Online;
        _notifier.NotifyAfter(1000);
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal((1000, 1), (_notifier.Now, _polls));
    }

    [Fact]
    public void Step_polls_after_the_settle_time_and_two_seconds_after_a_second_notification()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(0);
        Assert.True(_detector.Step(long.MaxValue));
        _notifier.NotifyAfter(5);
        Assert.False(_detector.Step(long.MaxValue));
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle, _notifier.Now);
        _power = ExternalPower.Unknown;
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(5 + WaitTimes.Late[0], _notifier.Now);
    }

    [Fact]
    public void Step_returns_to_the_safety_time_after_a_notification()
    {
        _detector.Step(0);
        _notifier.NotifyAfter(0);
        _detector.Step(long.MaxValue);
        Assert.True(_detector.Step(long.MaxValue));
        while (_notifier.Now < WaitTimes.Late[^1])
        {
            Assert.False(_detector.Step(long.MaxValue));
        }

        _detector.Step(long.MaxValue);
        Assert.Equal(WaitTimes.Safety, _notifier.Timeouts[^1]);
    }

    [Fact]
    public void Step_reports_a_burst_once_per_settle_time_and_polls_twice()
    {
        _detector.Step(0);
        _polls = 0;
        int reports = 0;
        while (_notifier.Now < 1000)
        {
            _notifier.NotifyAfter(1);
            reports += _detector.Step(long.MaxValue) ? 1 : 0;
        }

        Assert.InRange(reports, 1000 / WaitTimes.Settle / 2, 1000 / WaitTimes.Settle);
        Assert.InRange(_polls, reports, 2 * (reports + 1));
    }

    [Fact]
    public void Step_leaves_a_notification_to_the_next_step_if_its_time_is_shorter_than_the_settle_time()
    {
        _detector.Step(0);
        _notifier.NotifyAfter(0);
        Assert.False(_detector.Step(0));
        Assert.False(_detector.Step(WaitTimes.Settle - 1));
        Assert.True(_detector.Step(1));
    }

    [Fact]
    public void LastPoll_is_the_poll_that_showed_the_change()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _notifier.NotifyAfter(7);
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal((ExternalPower.Offline, 7L), (_detector.LastPoll.Reading.ExternalPower, _detector.LastPoll.Time));
    }

    [Fact]
    public void Step_reports_a_notification_whose_poll_failed_by_a_later_poll()
    {
        _detector.Step(0);
        _notifier.NotifyAfter(0);
        _polls = -1;
        Assert.Throws<BatteryException>(() => _detector.Step(long.MaxValue));
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle, _notifier.Now);
    }

    private MachineReading Read()
    {
        _pollTimes.Add(_notifier.Now);
        return _polls++ < 0 ? throw new BatteryException(BatteryError.Io, "cannot list") : new([], [], _power);
    }

    // Time passes only while it waits.
    private sealed class ScriptedNotifier : IChangeNotifier
    {
        private long? _notification;
        private long? _end;

        public long Now { get; private set; }

        public bool SupportsEvents { get; set; } = true;

        public List<int> Timeouts { get; } = [];

        public void NotifyAfter(long milliseconds) => _notification = Now + milliseconds;

        /// <summary>Ends a wait when there are no notifications any more.</summary>
        public void EndAfter(long milliseconds) => _end = Now + milliseconds;

        public bool Wait(int milliseconds)
        {
            Timeouts.Add(milliseconds);
            if (_notification is { } moment && moment <= Now + milliseconds)
            {
                Now = moment;
                _notification = null;
                return true;
            }

            if (_end is { } end && end <= Now + milliseconds)
            {
                (Now, _end, SupportsEvents) = (end, null, false);
                return false;
            }

            Now += milliseconds;
            return false;
        }

        public void Cancel()
        {
        }

        public void Dispose()
        {
        }
    }
}
