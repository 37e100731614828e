using System.Runtime.InteropServices;
using Battery.PowerShell.Interop;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>All batteries as one. The rules of the sum are tested through the module, by Total.Tests.ps1.</summary>
public sealed unsafe class SummaryTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void GetSummary_adds_up_the_batteries_of_the_system()
    {
        _tree.Supply("AC", "TYPE=Mains", "ONLINE=0");
        Write("BAT0", "STATUS=Discharging", "POWER_NOW=5000000", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000");
        Write("BAT1", "STATUS=Not charging", "POWER_NOW=0", "ENERGY_NOW=20000000", "ENERGY_FULL=20000000");
        _tree.Supply("mouse", "TYPE=Battery", "SCOPE=Device", "STATUS=Discharging", "CAPACITY=10");
        using var tree = new OpenTree(_tree.Sysfs);
        NativeSummary summary = Get(tree.Manager);
        Assert.Equal(
            (2u, 75.0, -5.0, 30.0, 40.0, 6 * 3600.0),
            (summary.Count, summary.Percentage, summary.SignedPowerW, summary.EnergyWh, summary.EnergyFullWh, summary.TimeToEmptyS));
        Assert.Equal((BatteryState.Discharging, PowerFlow.Discharging, ExternalPower.Offline), (summary.State, summary.PowerFlow, summary.ExternalPower));
        Assert.Equal(summary.TimeToEmptyS, summary.TimeS);
        Assert.True(double.IsNaN(summary.TimeToFullS) && double.IsNaN(summary.EnergyFullDesignWh));
    }

    [Fact]
    public void GetSummary_of_one_battery_has_what_the_battery_reports()
    {
        Write("BAT0", "STATUS=Discharging", "POWER_NOW=5000000", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000", "CAPACITY=47");
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Equal((1u, 47.0), (Get(tree.Manager).Count, Get(tree.Manager).Percentage));
    }

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80", 6.0)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=100", 10.0)]
    public void GetSummary_has_the_time_to_the_end_of_charging(string limit, double energy)
    {
        Write("BAT0", "STATUS=Charging", "POWER_NOW=10000000", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000", limit);
        using var tree = new OpenTree(_tree.Sysfs);
        NativeSummary summary = Get(tree.Manager);
        Assert.Equal(energy / 10 * 3600, summary.TimeS, 1.0);
        Assert.Equal(PowerFlow.Charging, summary.PowerFlow);
    }

    [Fact]
    public void GetSummary_without_a_battery_knows_nothing_else()
    {
        _tree.Supply("AC", "TYPE=Mains", "ONLINE=1");
        using var tree = new OpenTree(_tree.Sysfs);
        NativeSummary summary = Get(tree.Manager);
        Assert.Equal((0u, BatteryState.Unknown, PowerFlow.Unknown), (summary.Count, summary.State, summary.PowerFlow));
        double[] numbers = [summary.Percentage, summary.TimeS, summary.SignedPowerW, summary.EnergyWh, summary.EnergyRateW, summary.ChargeLimitPercent];
        Assert.All(numbers, static number => Assert.True(double.IsNaN(number)));
    }

    [Fact]
    public void Summarize_gives_what_get_summary_gives_of_the_same_batteries()
    {
        Write("BAT0", "STATUS=Charging", "POWER_NOW=5000000", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000", "ENERGY_FULL_DESIGN=25000000");
        Write("BAT1", "STATUS=Charging", "POWER_NOW=6000000", "ENERGY_NOW=12000000", "ENERGY_FULL=20000000", "ENERGY_FULL_DESIGN=25000000");
        using var tree = new OpenTree(_tree.Sysfs);
        NativeBatteryInfo* infos = stackalloc NativeBatteryInfo[tree.Batteries.Count];
        for (int i = 0; i < tree.Batteries.Count; i++)
        {
            Assert.Equal(0, NativeMethods.battery_get_info(tree.Batteries[i], infos + i, (nuint)sizeof(NativeBatteryInfo)));
        }

        NativeSummary summary;
        Assert.Equal(0, NativeMethods.battery_info_summarize(
            infos, (nuint)tree.Batteries.Count, (nuint)sizeof(NativeBatteryInfo), &summary, (nuint)sizeof(NativeSummary)));
        NativeSummary read = Get(tree.Manager);
        read.ExternalPower = ExternalPower.Unknown;
        Assert.Equal(Bytes(read), Bytes(summary));
    }

    [Fact]
    public void Summarize_takes_longer_elements_of_a_later_header()
    {
        Write("BAT0", "STATUS=Charging", "ENERGY_NOW=10000000", "ENERGY_FULL=20000000");
        Write("BAT1", "STATUS=Charging", "ENERGY_NOW=12000000", "ENERGY_FULL=20000000");
        using var tree = new OpenTree(_tree.Sysfs);
        int length = sizeof(NativeBatteryInfo) + 16;
        byte* infos = stackalloc byte[2 * length];
        Assert.Equal(0, NativeMethods.battery_get_info(tree.Batteries[0], (NativeBatteryInfo*)infos, (nuint)length));
        Assert.Equal(0, NativeMethods.battery_get_info(tree.Batteries[1], (NativeBatteryInfo*)(infos + length), (nuint)length));
        NativeSummary summary;
        Assert.Equal(0, NativeMethods.battery_info_summarize((NativeBatteryInfo*)infos, 2, (nuint)length, &summary, (nuint)sizeof(NativeSummary)));
        Assert.Equal(22, summary.EnergyWh);
    }

    [Fact]
    public void GetSummary_writes_the_members_that_an_older_program_knows()
    {
        Write("BAT0", "STATUS=Discharging", "CAPACITY=47", "ENERGY_NOW=10000000");
        using var tree = new OpenTree(_tree.Sysfs);
        NativeSummary summary = new() { EnergyWh = -1 };
        Assert.Equal(0, NativeMethods.battery_manager_get_summary(tree.Manager, &summary, 40));
        Assert.Equal((47.0, -1.0), (summary.Percentage, summary.EnergyWh));
    }

    [Fact]
    public void Functions_refuse_invalid_arguments()
    {
        Write("BAT0", "STATUS=Discharging", "CAPACITY=47");
        using var tree = new OpenTree(_tree.Sysfs);
        NativeSummary summary;
        NativeBatteryInfo info;
        nuint size = (nuint)sizeof(NativeSummary), infoSize = (nuint)sizeof(NativeBatteryInfo);
        Assert.Equal((int)BatteryError.InvalidHandle, NativeMethods.battery_manager_get_summary(tree.Single, &summary, size));
        int[] results =
        [
            NativeMethods.battery_manager_get_summary(tree.Manager, null, size),
            NativeMethods.battery_manager_get_summary(tree.Manager, &summary, 4),
            NativeMethods.battery_info_summarize(null, 1, infoSize, &summary, size),
            NativeMethods.battery_info_summarize(&info, 1, infoSize - 8, &summary, size),
            NativeMethods.battery_info_summarize(&info, nuint.MaxValue, infoSize, &summary, size),
            NativeMethods.battery_info_summarize(&info, 0, infoSize, null, size),
        ];
        Assert.All(results, static result => Assert.Equal((int)BatteryError.InvalidArgument, result));
    }

    private static NativeSummary Get(nint manager)
    {
        NativeSummary summary;
        Assert.True(NativeMethods.battery_manager_get_summary(manager, &summary, (nuint)sizeof(NativeSummary)) == 0, OpenTree.Message());
        return summary;
    }

    private static byte[] Bytes(NativeSummary summary) => MemoryMarshal.AsBytes(new ReadOnlySpan<NativeSummary>(in summary)).ToArray();

    private void Write(string name, params string[] lines) => _tree.Supply(name, ["TYPE=Battery", .. lines]);
}
