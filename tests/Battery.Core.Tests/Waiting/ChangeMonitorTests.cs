using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Waiting;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Waiting;

/// <summary>Threads that wait together. No test measures a time: a wait that does not end runs into the test's timeout.</summary>
public class ChangeMonitorTests
{
    private const int Endless = -1;
    private const int TestTimeout = 600_000;
    private readonly FakeSource _source = new();
    private readonly ChangeMonitor _monitor;
    private long _now;

    public ChangeMonitorTests() => _monitor = new(_source, SupplyScopes.All);

    [Fact]
    public void Wait_returns_TimeUp_after_its_timeout() => Assert.Equal(WaitOutcome.TimeUp, _monitor.Wait(1));

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_returns_Changed_in_every_thread_after_a_change()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _source.Power = ExternalPower.Offline;
        _source.Notifier.Notify();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Changed, outcome));
    }

    [Fact]
    public void Wait_returns_Changed_for_a_change_between_two_waits()
    {
        Assert.Equal(WaitOutcome.TimeUp, _monitor.Wait(0));
        _source.Power = ExternalPower.Offline;
        _source.Notifier.Notify();
        Assert.Equal(WaitOutcome.Changed, _monitor.Wait(Endless));
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wake_ends_the_waits_of_all_threads()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _monitor.Wake();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Woken, outcome));
        Assert.Equal(WaitOutcome.TimeUp, _monitor.Wait(0));
    }

    [Fact]
    public void Wake_ends_only_the_next_wait_if_no_thread_waits()
    {
        _monitor.Wake();
        _monitor.Wake();
        Assert.Equal(WaitOutcome.Woken, _monitor.Wait(Endless));
        Assert.Equal(WaitOutcome.TimeUp, _monitor.Wait(0));
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_goes_on_in_another_thread_when_the_leading_thread_times_out()
    {
        Task<WaitOutcome> first = Task.Run(() => _monitor.Wait(200));
        await _source.Notifier.Blocked();
        Task<WaitOutcome> second = Task.Run(() => _monitor.Wait(Endless));
        Assert.Equal(WaitOutcome.TimeUp, await first);
        await _source.Notifier.Blocked();
        _source.Power = ExternalPower.Offline;
        _source.Notifier.Notify();
        Assert.Equal(WaitOutcome.Changed, await second);
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Close_ends_the_waits_of_all_threads_and_disposes_the_notifier_after_the_last()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _monitor.Close();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Closed, outcome));
        Assert.Equal(1, _source.Notifier.Disposals);
        Assert.Equal(WaitOutcome.Closed, _monitor.Wait(Endless));
        Assert.False(_monitor.SupportsEvents);
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Wait_throws_only_in_the_thread_whose_poll_failed()
    {
        Task<WaitOutcome> first = Task.Run(() => _monitor.Wait(Endless));
        await _source.Notifier.Blocked();
        Task<WaitOutcome> second = Task.Run(() => _monitor.Wait(Endless));
        await WaitersAre(2);
        _source.Failures = 1;
        _source.Notifier.Notify();
        Task<WaitOutcome> failed = await Task.WhenAny(first, second);
        Assert.Equal(BatteryError.PermissionDenied, (await Assert.ThrowsAsync<BatteryException>(() => failed)).Code);
        Assert.Equal(WaitOutcome.Changed, await (failed == first ? second : first));
    }

    [Fact]
    public void TakeReading_gives_once_what_the_last_wait_read()
    {
        var monitor = new ChangeMonitor(_source, SupplyScopes.All) { Clock = () => _now };
        Change(monitor);
        int readings = _source.Readings;
        Assert.Equal(ExternalPower.Offline, monitor.TakeReading()!.ExternalPower);
        Assert.Null(monitor.TakeReading());
        Assert.Equal(readings, _source.Readings);
    }

    [Fact]
    public void TakeReading_gives_nothing_before_a_change()
    {
        Assert.Equal(WaitOutcome.TimeUp, _monitor.Wait(0));
        Assert.Null(_monitor.TakeReading());
    }

    [Theory]
    [InlineData(WaitTimes.Settle, true)]
    [InlineData(WaitTimes.Settle + 1, false)]
    public void TakeReading_gives_nothing_that_is_older_than_the_settle_time(int age, bool isGiven)
    {
        var monitor = new ChangeMonitor(_source, SupplyScopes.All) { Clock = () => _now };
        Change(monitor);
        _now += age;
        Assert.Equal(isGiven, monitor.TakeReading() is not null);
        _now -= age;
        Assert.Null(monitor.TakeReading());
    }

    [Fact]
    public void TakeReading_gives_nothing_to_another_thread()
    {
        var monitor = new ChangeMonitor(_source, SupplyScopes.All) { Clock = () => _now };
        Change(monitor);
        MachineReading? taken = null;
        OwnThreads.Run(() => taken = monitor.TakeReading());
        Assert.Null(taken);
        Assert.NotNull(monitor.TakeReading());
    }

    [Fact]
    public void TakeReading_gives_nothing_after_a_later_wait_without_a_change()
    {
        var monitor = new ChangeMonitor(_source, SupplyScopes.All) { Clock = () => _now };
        Change(monitor);
        Assert.Equal(WaitOutcome.TimeUp, monitor.Wait(0));
        Assert.Null(monitor.TakeReading());
    }

    private void Change(ChangeMonitor monitor)
    {
        monitor.Wait(0);
        _source.Power = ExternalPower.Offline;
        _source.Notifier.Notify();
        Assert.Equal(WaitOutcome.Changed, monitor.Wait(Endless));
    }

    private async Task<Task<WaitOutcome>[]> Start(int count)
    {
        Task<WaitOutcome>[] waits = [.. Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(() => _monitor.Wait(Endless),
            TaskCreationOptions.LongRunning))];
        await _source.Notifier.Blocked();
        await WaitersAre(count);
        return waits;
    }

    private async Task WaitersAre(int count)
    {
        while (_monitor.Waiters < count)
        {
            await Task.Yield();
        }
    }

    private sealed class FakeSource : IPowerSupplySource
    {
        public FakeNotifier Notifier { get; } = new();

        public ExternalPower Power { get; set; } = ExternalPower.Online;

        public int Failures { get; set; }

        public string Backend => "fake";

        public int Readings { get; private set; }

        public MachineReading Read(SupplyScopes scopes)
        {
            Readings++;
            return Failures-- > 0 ? throw new BatteryException(BatteryError.PermissionDenied, "cannot list") : new([], [], Power);
        }

        public Recording Record(bool keepsSerialNumbers) => throw new NotSupportedException();

        public IChangeNotifier OpenNotifier() => Notifier;
    }

    private sealed class FakeNotifier : IChangeNotifier
    {
        private readonly SemaphoreSlim _wakeups = new(0);
        private readonly SemaphoreSlim _blocks = new(0);
        private int _notifications;

        public bool SupportsEvents => true;

        public int Disposals { get; private set; }

        public Task Blocked() => _blocks.WaitAsync();

        public void Notify()
        {
            Interlocked.Increment(ref _notifications);
            _wakeups.Release();
        }

        public bool Wait(int milliseconds)
        {
            _blocks.Release();
            _wakeups.Wait(milliseconds);
            return Interlocked.Exchange(ref _notifications, 0) > 0;
        }

        public void Cancel() => _wakeups.Release();

        public void Dispose() => Disposals++;
    }
}
