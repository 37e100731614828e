using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The adapters by their handles.</summary>
public sealed unsafe class AdapterTests : IDisposable
{
    // A battery that supplies 7 W beside an adapter of 45 W: the laptop draws 52 W.
    private readonly OpenTree _tree = new(new Fixture("usb-c-45-w-too-weak").Sysfs);

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Adapters_show_why_a_battery_discharges_on_external_power()
    {
        NativeAdapterInfo[] adapters = Read();
        Assert.Equal([AdapterType.Mains, AdapterType.UsbC, AdapterType.UsbPd], adapters.Select(static adapter => adapter.Type));
        Assert.Equal([ExternalPower.Online, ExternalPower.Offline, ExternalPower.Online], adapters.Select(static adapter => adapter.Online));
        NativeAdapterInfo used = adapters[2];
        Assert.Equal((20, 2.25, 45), (used.VoltageV, used.CurrentA, used.MaxPowerW));
        Assert.True(double.IsNaN(adapters[0].MaxPowerW));

        Assert.Equal(PowerFlow.DischargingOnExternalPower, NativeMethods.battery_get_power_flow(_tree.Single));
        double battery = NativeMethods.battery_get_signed_power(_tree.Single) / 1000.0;
        Assert.Equal(52, used.MaxPowerW - battery, 6);
        Assert.Equal(45_000u, NativeMethods.battery_manager_get_adapter_power(_tree.Manager));
    }

    [Fact]
    public void Adapters_stay_valid_when_their_iterator_and_manager_are_freed()
    {
        using var other = new OpenTree(new Fixture("usb-c-45-w-too-weak").Sysfs);
        nint iterator = NativeMethods.battery_manager_iter_adapters(other.Manager);
        nint adapter = NativeMethods.battery_adapter_iterator_next(iterator);
        NativeMethods.battery_adapter_iterator_free(iterator);
        other.Dispose();
        NativeAdapterInfo info;
        Assert.Equal(0, NativeMethods.battery_adapter_get_info(adapter, &info, (nuint)sizeof(NativeAdapterInfo)));
        Assert.Equal(AdapterType.Mains, info.Type);
        NativeMethods.battery_adapter_free(adapter);
    }

    [Fact]
    public void GetInfo_with_the_size_of_a_shorter_or_a_longer_struct_writes_what_it_has()
    {
        nint iterator = NativeMethods.battery_manager_iter_adapters(_tree.Manager);
        nint adapter = NativeMethods.battery_adapter_iterator_next(iterator);
        Span<byte> buffer = stackalloc byte[sizeof(NativeAdapterInfo) + 8];
        fixed (byte* start = buffer)
        {
            foreach (int size in (int[])[sizeof(double), sizeof(NativeAdapterInfo), buffer.Length])
            {
                buffer.Fill(0xAA);
                Assert.Equal(0, NativeMethods.battery_adapter_get_info(adapter, (NativeAdapterInfo*)start, (nuint)size));
                Assert.True(buffer[size..].IndexOfAnyExcept((byte)0xAA) < 0);
                Assert.True(buffer[Math.Min(size, sizeof(NativeAdapterInfo))..size].IndexOfAnyExcept((byte)0) < 0);
            }
        }

        NativeMethods.battery_adapter_free(adapter);
        NativeMethods.battery_adapter_iterator_free(iterator);
    }

    [Fact]
    public void Handles_of_another_type_are_refused_by_their_own_message()
    {
        nint iterator = NativeMethods.battery_manager_iter_adapters(_tree.Manager);
        nint adapter = NativeMethods.battery_adapter_iterator_next(iterator);
        Assert.Equal(0, NativeMethods.battery_iterator_next(iterator));
        Assert.Contains("invalid battery_iterator ", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(0, NativeMethods.battery_adapter_iterator_next(adapter));
        Assert.Contains("invalid battery_adapter_iterator ", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(0, NativeMethods.battery_adapter_get_name(_tree.Single));
        Assert.Contains("invalid battery_adapter ", OpenTree.Message(), StringComparison.Ordinal);
        Assert.Equal(BatteryState.Unknown, NativeMethods.battery_get_state(adapter));
        Assert.Contains("invalid battery ", OpenTree.Message(), StringComparison.Ordinal);

        NativeMethods.battery_free(adapter);
        NativeMethods.battery_iterator_free(iterator);
        Assert.NotEqual(0, NativeMethods.battery_adapter_iterator_next(iterator));
        NativeMethods.battery_adapter_free(adapter);
        NativeMethods.battery_adapter_free(adapter);
        Assert.Equal(BatteryError.InvalidHandle, NativeMethods.battery_last_error_code());
    }

    private NativeAdapterInfo[] Read()
    {
        var found = new List<NativeAdapterInfo>();
        nint iterator = NativeMethods.battery_manager_iter_adapters(_tree.Manager);
        while (NativeMethods.battery_adapter_iterator_next(iterator) is var adapter and not 0)
        {
            NativeAdapterInfo info;
            Assert.Equal(0, NativeMethods.battery_adapter_get_info(adapter, &info, (nuint)sizeof(NativeAdapterInfo)));
            found.Add(info);
            NativeMethods.battery_adapter_free(adapter);
        }

        Assert.Equal(BatteryError.None, NativeMethods.battery_last_error_code());
        NativeMethods.battery_adapter_iterator_free(iterator);
        return [.. found];
    }
}
