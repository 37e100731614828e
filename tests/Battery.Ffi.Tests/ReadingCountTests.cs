using System.Diagnostics;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>How often the C functions read the power supplies: each reading opens each <c>uevent</c> once.</summary>
[Collection("Waiting")]
public sealed class ReadingCountTests : IDisposable
{
    private const int Supplies = 3;
    private const int Attempts = 5;
    private readonly TemporaryTree _laptop = new TemporaryTree()
        .Supply("AC", "TYPE=Mains", "ONLINE=1")
        .Supply("BAT0", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=50")
        .Supply("BAT1", "TYPE=Battery", "STATUS=Discharging", "CAPACITY=60");

    private readonly OpenTree _tree;
    private readonly OpenCounter _counter;

    public ReadingCountTests()
    {
        _tree = new(_laptop.Sysfs, BatteryScopes.System);
        _counter = new([.. new[] { "AC", "BAT0", "BAT1" }.Select(name => Path.Combine(_laptop.Folder(name), "uevent"))]);
    }

    public void Dispose()
    {
        _counter.Dispose();
        _tree.Dispose();
        _laptop.Dispose();
    }

    [Fact]
    public void Iterate_opens_each_uevent_once()
    {
        List();
        Assert.Equal(Supplies, _counter.Take());
    }

    [Fact]
    public unsafe void GetSummary_opens_each_uevent_once()
    {
        NativeSummary summary;
        Assert.Equal(0, NativeMethods.battery_manager_get_summary(_tree.Manager, &summary, (nuint)sizeof(NativeSummary)));
        Assert.Equal((2u, Supplies), (summary.Count, _counter.Take()));
    }

    [Fact]
    public void FormatAll_opens_each_uevent_once()
    {
        MetricText.All(_tree.Manager, MetricFormat.Prometheus);
        Assert.Equal(Supplies, _counter.Take());
    }

    [Fact]
    public void Wait_reads_the_supplies_once()
    {
        NativeMethods.battery_manager_wait(_tree.Manager, 0);
        Assert.Equal(Supplies, _counter.Take());
    }

    [Theory]
    [InlineData("STATUS=Charging", 2)]
    [InlineData("STATUS=Discharging", 3)]
    public void One_event_costs_a_watch_two_readings_and_three_if_nothing_changed(string status, int readings)
    {
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(_tree.Manager, 0);
        int opened = int.MaxValue;

        // On a busy machine the list may be so late after the wait that it reads again. Then retry.
        for (int attempt = 1; attempt <= Attempts && opened > readings * Supplies; attempt++)
        {
            _laptop.Supply("BAT0", "TYPE=Battery", attempt % 2 == 0 ? "STATUS=Discharging" : status, "CAPACITY=50");
            _counter.Take();
            kernel.Send("power_supply");
            var sinceEvent = Stopwatch.StartNew();
            while (sinceEvent.Elapsed.TotalSeconds < 3)
            {
                if (NativeMethods.battery_manager_wait(_tree.Manager, 500) == 1)
                {
                    List();
                }
            }

            opened = _counter.Take();
        }

        Assert.InRange(opened, Supplies, readings * Supplies);
    }

    [Fact]
    public void Iterate_reads_again_at_the_second_call_after_a_wait()
    {
        using var kernel = new UeventSender();
        NativeMethods.battery_manager_wait(_tree.Manager, 0);
        kernel.Send("power_supply");
        Assert.Equal(1, NativeMethods.battery_manager_wait(_tree.Manager, -1));
        List();
        _laptop.Supply("BAT0", "TYPE=Battery", "STATUS=Full", "CAPACITY=100");
        Assert.Equal(BatteryState.Full, List());
    }

    // The state of the first battery.
    private BatteryState List()
    {
        nint iterator = NativeMethods.battery_manager_iter(_tree.Manager);
        nint battery = NativeMethods.battery_iterator_next(iterator);
        BatteryState state = NativeMethods.battery_get_state(battery);
        NativeMethods.battery_free(battery);
        NativeMethods.battery_iterator_free(iterator);
        return state;
    }
}
