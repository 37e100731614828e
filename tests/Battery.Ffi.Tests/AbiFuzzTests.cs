using System.Diagnostics;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Random sequences of calls, with valid and invalid handles, from several threads. A crash ends the test program.</summary>
[Collection("Waiting")]
public sealed unsafe class AbiFuzzTests : IDisposable
{
    private const int Threads = 4;
    private const int PoolSize = 64;
    private const int CallsOfAThread = 300_000;

    private readonly nint[] _pool = new nint[PoolSize];
    private readonly nint[] _texts = new nint[PoolSize];
    private readonly TemporaryTree _tree = TemporaryTree.CopyOf(new("thinkpad-t480-dual"));

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Random_calls_do_not_crash_and_valid_handles_stay_valid()
    {
        using var good = new OpenTree(_tree.Sysfs);
        uint right = NativeMethods.battery_get_energy(good.Batteries[0]);
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        var time = Stopwatch.StartNew();
        long calls = 0;
        OwnThreads.Run(Enumerable.Range(0, Threads).Select<int, Action>(index => () =>
        {
            var random = new Random(seed + index);
            for (int call = 0; call < CallsOfAThread || time.Elapsed.TotalSeconds < Fuzzing.Seconds; call++)
            {
                Call(random);
                Interlocked.Increment(ref calls);
            }
        }));
        Assert.True(calls >= 1_000_000);
        Assert.Equal(right, NativeMethods.battery_get_energy(good.Batteries[0]));
        Assert.Equal(0, NativeMethods.battery_manager_refresh(good.Manager, good.Batteries[0]));
        Array.ForEach(_pool, Free);

        Array.ForEach(_texts, static text => NativeMethods.battery_str_free((byte*)text));
    }

    private void Call(Random random)
    {
        nint handle = Handle(random);
        nint other = Handle(random);
        NativeBatteryInfo info;
        NativeAdapterInfo adapter;
        NativeSummary summary;
        byte* buffer = stackalloc byte[16];
        switch (random.Next(49))
        {
            case 0:
                Keep(random, OpenTree.Open(_tree.Sysfs, (BatteryScopes)random.Next(4)));
                break;
            case 1:
                NativeMethods.battery_manager_free(handle);
                break;
            case 2 or 3:
                Keep(random, NativeMethods.battery_manager_iter(handle));
                break;
            case 4:
                NativeMethods.battery_iterator_free(handle);
                break;
            case 5 or 6 or 7:
                Keep(random, NativeMethods.battery_iterator_next(handle));
                break;
            case 8:
                NativeMethods.battery_free(handle);
                break;
            case 9:
                KeepText(random, NativeMethods.battery_get_serial_number(handle));
                break;
            case 10:
                KeepText(random, NativeMethods.battery_manager_get_backend(handle));
                break;
            case 11:
                NativeMethods.battery_str_free((byte*)_texts[random.Next(PoolSize)]);
                break;
            case 12:
                NativeMethods.battery_str_free((byte*)handle);
                break;
            case 13 or 14:
                NativeMethods.battery_manager_refresh(handle, other);
                break;
            case 15:
                NativeMethods.battery_manager_external_power(handle);
                break;
            case 16:
                NativeMethods.battery_manager_wait(handle, 0);
                break;
            case 17:
                NativeMethods.battery_manager_wake(handle);
                break;
            case 18:
                NativeMethods.battery_manager_has_events(handle);
                break;
            case 19 or 20:
                NativeMethods.battery_get_info(handle, &info, (nuint)random.Next(sizeof(NativeBatteryInfo) + 1));
                break;
            case 21:
                NativeMethods.battery_has(handle, (BatteryField)random.Next(-3, 70));
                break;
            case 22:
                NativeMethods.battery_field_status(handle, (BatteryField)random.Next(int.MinValue, int.MaxValue));
                break;
            case 23 or 24:
                NativeMethods.battery_last_error_message(buffer, random.Next(-1, 17));
                break;
            case 25:
                NativeMethods.battery_last_error_length();
                break;
            case 26:
                NativeMethods.battery_get_state(handle);
                break;
            case 27:
                NativeMethods.battery_get_time_to_empty(handle);
                break;
            case 28:
                NativeMethods.battery_get_current(handle);
                break;
            case 36 when random.Next(20) == 0:
                NativeMethods.battery_set_charge_limit(handle, (uint)random.Next(110), (uint)random.Next(110), (nint)buffer, random.Next(2));
                break;
            case 29:
                Keep(random, NativeMethods.battery_manager_iter_adapters(handle));
                break;
            case 30 or 31:
                Keep(random, NativeMethods.battery_adapter_iterator_next(handle));
                break;
            case 32:
                NativeMethods.battery_adapter_iterator_free(handle);
                break;
            case 33:
                NativeMethods.battery_adapter_free(handle);
                break;
            case 34:
                KeepText(random, NativeMethods.battery_adapter_get_name(handle));
                break;
            case 35:
                NativeMethods.battery_adapter_get_info(handle, &adapter, (nuint)random.Next(sizeof(NativeAdapterInfo) + 1));
                break;
            case 36:
                NativeMethods.battery_manager_get_summary(handle, &summary, (nuint)random.Next(sizeof(NativeSummary) + 1));
                break;
            case 37:
                NativeMethods.battery_format(handle, (MetricFormat)random.Next(-1, 4), buffer, random.Next(-1, 17));
                break;
            case 38:
                KeepText(random, NativeMethods.battery_manager_format(handle, (MetricFormat)random.Next(4)));
                break;
            default:
                Assert.InRange(NativeMethods.battery_get_percentage(handle), 0, float.MaxValue);
                break;
        }
    }

    // Most handles are from the pool, where any thread may have freed them; some are near a valid one; some are random.
    private nint Handle(Random random) => random.Next(10) switch
    {
        0 => (nint)random.NextInt64(long.MinValue, long.MaxValue),
        1 => _pool[random.Next(PoolSize)] ^ ((nint)1 << random.Next(64)),
        2 => random.Next(3),
        _ => Volatile.Read(ref _pool[random.Next(PoolSize)]),
    };

    // The handle that it replaces is freed, so that the table does not fill.
    private void Keep(Random random, nint handle)
    {
        if (handle != 0)
        {
            Free(Interlocked.Exchange(ref _pool[random.Next(PoolSize)], handle));
        }
    }

    // Of its type only one does anything.
    private static void Free(nint handle)
    {
        NativeMethods.battery_free(handle);
        NativeMethods.battery_iterator_free(handle);
        NativeMethods.battery_adapter_free(handle);
        NativeMethods.battery_adapter_iterator_free(handle);
        NativeMethods.battery_manager_free(handle);
    }

    private void KeepText(Random random, nint text)
    {
        if (text != 0)
        {
            NativeMethods.battery_str_free((byte*)Interlocked.Exchange(ref _texts[random.Next(PoolSize)], text));
        }
    }
}
