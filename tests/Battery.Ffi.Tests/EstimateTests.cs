using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>The time estimate of a battery through the C ABI. Its quality is tested in Battery.Core.</summary>
public sealed unsafe class EstimateTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void GetEstimate_of_a_first_reading_is_provisional_and_from_the_reported_rate()
    {
        Write("Discharging", 40);
        using var tree = new OpenTree(_tree.Sysfs);
        NativeEstimate estimate = Get(tree.Single);
        Assert.Equal(1u, estimate.IsProvisional);
        Assert.Equal(4 * 3600, estimate.TimeLeftS, 1.0);
        Assert.Equal(10, estimate.AverageRateW, 0.01);
        Assert.Equal(0, estimate.TargetPercentage);
        Assert.InRange(estimate.TimeLeftS, estimate.LowS, estimate.HighS);
    }

    [Fact]
    public void GetEstimate_follows_the_battery_over_refreshes()
    {
        Write("Discharging", 40);
        using var tree = new OpenTree(_tree.Sysfs);
        Thread.Sleep(20);
        Assert.Equal(0, NativeMethods.battery_manager_refresh(tree.Manager, tree.Single));
        double observed = Get(tree.Single).ObservedS;
        Assert.True(observed > 0, $"{observed} s");
    }

    [Fact]
    public void GetEstimate_of_a_charging_battery_ends_at_its_limit()
    {
        Write("Charging", 20, "CHARGE_CONTROL_END_THRESHOLD=80");
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal(80, Get(tree.Single).TargetPercentage);
    }

    [Fact]
    public void GetEstimate_of_a_full_battery_is_unknown()
    {
        Write("Full", 50);
        using var tree = new OpenTree(_tree.Sysfs);
        NativeEstimate estimate = Get(tree.Single);
        Assert.True(double.IsNaN(estimate.TimeLeftS) && double.IsNaN(estimate.LowS) && double.IsNaN(estimate.AverageRateW));
    }

    [Fact]
    public void GetEstimate_refuses_an_invalid_struct_or_battery()
    {
        Write("Discharging", 40);
        using var tree = new OpenTree(_tree.Sysfs);
        NativeEstimate estimate;
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_get_estimate(tree.Single, null, (nuint)sizeof(NativeEstimate)));
        Assert.Equal((int)BatteryError.InvalidArgument, NativeMethods.battery_get_estimate(tree.Single, &estimate, 4));
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_get_estimate(tree.Manager, &estimate, (nuint)sizeof(NativeEstimate)));
    }

    private static NativeEstimate Get(nint battery)
    {
        NativeEstimate estimate;
        Assert.Equal(0, NativeMethods.battery_get_estimate(battery, &estimate, (nuint)sizeof(NativeEstimate)));
        return estimate;
    }

    private void Write(string status, int wattHours, params string[] more) => _tree.Supply(
        "BAT0",
        ["NAME=BAT0", "TYPE=Battery", $"STATUS={status}", "PRESENT=1", "ENERGY_FULL=50000000", $"ENERGY_NOW={wattHours}000000", "POWER_NOW=10000000", .. more]);
}
