using Battery.Core.Estimation;
using Battery.Core.Linux;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Tests.Shared;

namespace Battery.Core.Tests.Estimation;

public sealed class EstimatorSetTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly EstimatorSet _set = new();
    private double _now = 1_800_000_000;
    private double _energy = 40;

    [Fact]
    public void AddAll_follows_a_battery_across_lists()
    {
        BatteryDevice device = List();
        for (int minute = 0; minute < 20; minute++)
        {
            Pass();
            device = List();
        }

        Assert.Equal(1200, device.Estimate.ObservedSeconds, 1.0);
        Assert.Equal(10, SnapshotReading.Watts(device.Estimate, device.Snapshot), 0.2);
        Assert.Equal(device.Snapshot.Number(BatteryField.Energy) / 10 * 3600, device.Estimate.Seconds, 300.0);
    }

    [Fact]
    public void Add_follows_a_battery_that_was_listed_and_is_refreshed()
    {
        BatteryDevice device = List();
        Pass();
        Write();
        Assert.True(device.TryRefresh());
        device.ReadTime = _now;
        EstimatorSet.Add(device);
        Assert.Equal(60, device.Estimate.ObservedSeconds, 0.1);
    }

    [Fact]
    public void AddAll_starts_anew_for_another_battery_of_the_same_name()
    {
        List();
        Pass();
        Assert.Equal(0, List(serial: "2").Estimate.ObservedSeconds);
    }

    [Fact]
    public void AddAll_starts_anew_after_a_suspend()
    {
        List();
        _now += 3600;
        Assert.Equal(0, List().Estimate.ObservedSeconds);
    }

    [Fact]
    public void Total_of_one_battery_is_its_estimate()
    {
        BatteryDevice device = List();
        Pass();
        device = List();
        Assert.Equal(device.Estimate, _set.Total().Estimate);
        Assert.Equal(SnapshotReading.Watts(device.Estimate, device.Snapshot), _set.Total().Watts);
    }

    [Fact]
    public void Total_of_two_batteries_is_the_estimate_of_their_sum()
    {
        for (int minute = 0; minute <= 20; minute++)
        {
            Write();
            _tree.Supply(
                "BAT1", "NAME=BAT1", "TYPE=Battery", "STATUS=Not charging", "PRESENT=1", "CHARGE_FULL=5000000", "CHARGE_NOW=2000000",
                "VOLTAGE_MIN_DESIGN=10000000", "VOLTAGE_NOW=10000000", "CURRENT_NOW=0");
            AddAll();
            Pass();
        }

        (TimeEstimate total, double watts) = _set.Total();
        Assert.Equal(1200, total.ObservedSeconds, 1.0);
        Assert.Equal(10, watts, 0.2);
        Assert.Equal((_energy + (10 / 60.0) + 20) / 10 * 3600, total.Seconds, 300.0);
    }

    // DankMaterialShell 3278: an IdeaPad reports the charge type long life, and no threshold.
    [Theory]
    [InlineData("[Standard] Long_Life", true)]
    [InlineData("Standard [Long_Life]", false)]
    public void Total_has_a_time_unless_a_limit_has_no_number(string chargeTypes, bool hasTime)
    {
        for (int minute = 0; minute <= 20; minute++)
        {
            string[] charging = ["TYPE=Battery", "STATUS=Charging", "PRESENT=1", "ENERGY_FULL=50000000", "POWER_NOW=10000000"];
            _tree.Supply("BAT0", [.. charging, $"ENERGY_NOW={20_000_000 + (minute * 166_667)}"]);
            _tree.Supply("BAT1", [.. charging, $"ENERGY_NOW={20_000_000 + (minute * 166_667)}"]);
            File.WriteAllText(Path.Combine(_tree.Folder("BAT1"), "charge_types"), chargeTypes + "\n");
            AddAll();
            _now += 60;
        }

        (TimeEstimate total, double watts) = _set.Total();
        Assert.Equal(20, watts, 0.5);
        Assert.Equal(hasTime, total.IsKnown);
        Assert.Equal(hasTime ? 100 : double.NaN, total.TargetPercentage);
    }

    [Fact]
    public void Total_before_the_first_list_is_unknown() => Assert.False(_set.Total().Estimate.IsKnown);

    [Fact]
    public void Add_of_a_battery_that_was_not_listed_gives_no_estimate()
    {
        Write();
        BatteryDevice device = LinuxSource.Open(_tree.Sysfs).Read(SupplyScopes.System).Batteries.Single();
        EstimatorSet.Add(device);
        Assert.Equal(TimeEstimate.None, device.Estimate);
    }

    [Fact]
    public void Add_allocates_nothing()
    {
        BatteryDevice device = List();
        EstimatorSet.Add(device);
        long before = GC.GetAllocatedBytesForCurrentThread();
        EstimatorSet.Add(device);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    public void Dispose() => _tree.Dispose();

    private void Pass()
    {
        _now += 60;
        _energy -= 10 / 60.0;
    }

    private BatteryDevice List(string serial = "1")
    {
        Write(serial);
        return AddAll().Batteries.Single();
    }

    private MachineReading AddAll()
    {
        MachineReading reading = LinuxSource.Open(_tree.Sysfs).Read(SupplyScopes.System);
        reading.Batteries.ForEach(battery => battery.ReadTime = _now);
        _set.AddAll(reading);
        return reading;
    }

    private void Write(string serial = "1") => _tree.Supply(
        "BAT0",
        "NAME=BAT0",
        "TYPE=Battery",
        "STATUS=Discharging",
        "PRESENT=1",
        "ENERGY_FULL=50000000",
        "ENERGY_FULL_DESIGN=50000000",
        $"ENERGY_NOW={(long)(_energy * 1e6)}",
        "POWER_NOW=10000000",
        $"SERIAL_NUMBER={serial}");
}
