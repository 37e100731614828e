using Battery.Core.Model;
using Battery.Core.Recordings;
using Battery.Core.Sources;
using Battery.Core.Waiting;

namespace Battery.Core.Tests.Waiting;

/// <summary>Threads that wait together. No test measures a time: a wait that did not end would use up the test's patience.</summary>
public class ChangeMonitorTests
{
    private const int Endless = -1;
    private const int Patience = 60_000;
    private readonly FakeSource _source = new();
    private readonly ChangeMonitor _watch;

    public ChangeMonitorTests() => _watch = new(_source, _source.ReadBatteries);

    [Fact]
    public void The_time_is_up() => Assert.Equal(WaitOutcome.TimeUp, _watch.Wait(1));

    [Fact(Timeout = Patience)]
    public async Task A_change_ends_every_wait()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _source.Power = ExternalPower.Offline;
        _source.Signal.Announce();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Changed, outcome));
    }

    [Fact]
    public void A_change_between_two_waits_ends_the_next_one()
    {
        Assert.Equal(WaitOutcome.TimeUp, _watch.Wait(0));
        _source.Power = ExternalPower.Offline;
        _source.Signal.Announce();
        Assert.Equal(WaitOutcome.Changed, _watch.Wait(Endless));
    }

    [Fact(Timeout = Patience)]
    public async Task Wake_ends_every_wait()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _watch.Wake();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Woken, outcome));
        Assert.Equal(WaitOutcome.TimeUp, _watch.Wait(0));
    }

    [Fact]
    public void Wake_where_nobody_waits_ends_the_next_wait_and_no_other()
    {
        _watch.Wake();
        _watch.Wake();
        Assert.Equal(WaitOutcome.Woken, _watch.Wait(Endless));
        Assert.Equal(WaitOutcome.TimeUp, _watch.Wait(0));
    }

    [Fact(Timeout = Patience)]
    public async Task When_the_thread_that_leads_has_no_more_time_another_leads()
    {
        Task<WaitOutcome> first = Task.Run(() => _watch.Wait(200));
        await _source.Signal.Blocked();
        Task<WaitOutcome> second = Task.Run(() => _watch.Wait(Endless));
        Assert.Equal(WaitOutcome.TimeUp, await first);
        await _source.Signal.Blocked();
        _source.Power = ExternalPower.Offline;
        _source.Signal.Announce();
        Assert.Equal(WaitOutcome.Changed, await second);
    }

    [Fact(Timeout = Patience)]
    public async Task Close_ends_every_wait_and_frees_the_signal_after_the_last()
    {
        Task<WaitOutcome>[] waits = await Start(4);
        _watch.Close();
        Assert.All(await Task.WhenAll(waits), static outcome => Assert.Equal(WaitOutcome.Closed, outcome));
        Assert.Equal(1, _source.Signal.Disposals);
        Assert.Equal(WaitOutcome.Closed, _watch.Wait(Endless));
        Assert.False(_watch.SupportsEvents);
    }

    [Fact(Timeout = Patience)]
    public async Task A_failure_reaches_the_one_that_meets_it_and_the_others_go_on()
    {
        Task<WaitOutcome> first = Task.Run(() => _watch.Wait(Endless));
        await _source.Signal.Blocked();
        Task<WaitOutcome> second = Task.Run(() => _watch.Wait(Endless));
        _source.Failures = 1;
        _source.Signal.Announce();
        Task<WaitOutcome> failed = await Task.WhenAny(first, second);
        Assert.Equal(BatteryError.PermissionDenied, (await Assert.ThrowsAsync<BatteryException>(() => failed)).Code);
        Assert.Equal(WaitOutcome.Changed, await (failed == first ? second : first));
    }

    private async Task<Task<WaitOutcome>[]> Start(int count)
    {
        Task<WaitOutcome>[] waits = [.. Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(() => _watch.Wait(Endless), TaskCreationOptions.LongRunning))];
        await WaitersAre(count);
        return waits;
    }

    private async Task WaitersAre(int count)
    {
        await _source.Signal.Blocked();
        while (_watch.Waiters < count)
        {
            await Task.Yield();
        }
    }

    private sealed class FakeSource : IPowerSupplySource
    {
        public FakeSignal Signal { get; } = new();

        public ExternalPower Power { get; set; } = ExternalPower.Online;

        public int Failures { get; set; }

        public string Backend => "fake";

        public List<BatteryDevice> ReadBatteries() =>
            Failures-- > 0 ? throw new BatteryException(BatteryError.PermissionDenied, "cannot list") : [];

        public ExternalPower ReadExternalPower() => Power;

        public Measurement ReadAdapterPower() => Measurement.Unknown(ValueQuality.Missing);

        public Recording Record(bool keepsSerialNumbers) => throw new NotSupportedException();

        public IChangeNotifier OpenNotifier() => Signal;
    }

    private sealed class FakeSignal : IChangeNotifier
    {
        private readonly SemaphoreSlim _wakeups = new(0);
        private readonly SemaphoreSlim _blocks = new(0);
        private int _announcements;

        public bool SupportsEvents => true;

        public int Disposals { get; private set; }

        public Task Blocked() => _blocks.WaitAsync();

        public void Announce()
        {
            Interlocked.Increment(ref _announcements);
            _wakeups.Release();
        }

        public bool Wait(int milliseconds)
        {
            _blocks.Release();
            _wakeups.Wait(milliseconds);
            return Interlocked.Exchange(ref _announcements, 0) > 0;
        }

        public void Cancel() => _wakeups.Release();

        public void Dispose() => Disposals++;
    }
}
