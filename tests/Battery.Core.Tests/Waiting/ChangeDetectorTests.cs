using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Waiting;

namespace Battery.Core.Tests.Waiting;

public sealed class ChangeDetectorTests : IDisposable
{
    private readonly ScriptedSignal _signal = new();
    private readonly ChangeDetector _detector;
    private ExternalPower _power = ExternalPower.Online;
    private int _looks;

    public ChangeDetectorTests() => _detector = new(_signal, Look, () => _signal.Now);

    public void Dispose() => _detector.Dispose();

    [Fact]
    public void Silence_is_slept_through_until_the_safety_look()
    {
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([WaitTimes.Safety], _signal.Timeouts);
        Assert.Equal(2, _looks);
    }

    [Fact]
    public void What_nobody_announces_is_seen_by_the_safety_look()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        Assert.False(_detector.Step(WaitTimes.Safety - 1));
        Assert.True(_detector.Step(1));
    }

    [Fact]
    public void Where_nothing_is_announced_looks_are_closer()
    {
        _signal.SupportsEvents = false;
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([WaitTimes.Unannounced], _signal.Timeouts);
    }

    [Fact]
    public void A_change_that_shows_at_once_is_told_at_once()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _signal.AnnounceAfter(7);
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(7, _signal.Now);
    }

    [Fact]
    public void The_status_that_comes_after_its_announcement_is_seen_by_the_second_look()
    {
        _detector.Step(0);
        _power = ExternalPower.Offline;
        _signal.AnnounceAfter(0);
        Assert.True(_detector.Step(long.MaxValue));
        _power = ExternalPower.Online;
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle, _signal.Now);
    }

    [Fact]
    public void What_an_embedded_controller_takes_its_time_for_is_seen_by_a_third_look()
    {
        Announce();
        _power = ExternalPower.Offline;
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle + WaitTimes.FollowUp, _signal.Now);
    }

    [Fact]
    public void After_an_announcement_it_is_silent_again()
    {
        Announce();
        Assert.False(_detector.Step(long.MaxValue));
        Assert.False(_detector.Step(long.MaxValue));
        Assert.Equal([WaitTimes.FollowUp, WaitTimes.Safety], _signal.Timeouts[^2..]);
    }

    [Fact]
    public void An_announced_change_that_is_not_observed_is_told_when_it_has_settled()
    {
        _detector.Step(0);
        _signal.AnnounceAfter(0);
        Assert.False(_detector.Step(long.MaxValue));
        Assert.True(_detector.Step(long.MaxValue));
        Assert.Equal(WaitTimes.Settle, _signal.Now);
    }

    [Fact]
    public void A_storm_is_told_once_each_settling_and_costs_two_looks()
    {
        _detector.Step(0);
        _looks = 0;
        int told = 0;
        while (_signal.Now < 1000)
        {
            _signal.AnnounceAfter(1);
            told += _detector.Step(long.MaxValue) ? 1 : 0;
        }

        Assert.InRange(told, 1000 / WaitTimes.Settle / 2, 1000 / WaitTimes.Settle);
        Assert.InRange(_looks, told, 2 * (told + 1));
    }

    [Fact]
    public void A_wait_too_short_to_settle_leaves_the_change_to_the_next_one()
    {
        _detector.Step(0);
        _signal.AnnounceAfter(0);
        Assert.False(_detector.Step(0));
        Assert.False(_detector.Step(WaitTimes.Settle - 1));
        Assert.True(_detector.Step(1));
    }

    private void Announce()
    {
        _detector.Step(0);
        _signal.AnnounceAfter(0);
        _detector.Step(long.MaxValue);
        Assert.True(_detector.Step(long.MaxValue));
    }

    private StateFingerprint Look()
    {
        _looks++;
        return new(_power, []);
    }

    // Time passes in it only, and it announces when it was told to.
    private sealed class ScriptedSignal : IChangeNotifier
    {
        private long? _announcement;

        public long Now { get; private set; }

        public bool SupportsEvents { get; set; } = true;

        public List<int> Timeouts { get; } = [];

        public void AnnounceAfter(long milliseconds) => _announcement = Now + milliseconds;

        public bool Wait(int milliseconds)
        {
            Timeouts.Add(milliseconds);
            if (_announcement is { } moment && moment <= Now + milliseconds)
            {
                Now = moment;
                _announcement = null;
                return true;
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
