using Battery.Core.Linux;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Linux;

/// <summary>A refresh reads the battery alone; external power only where the battery shows that it may have changed.</summary>
public sealed class RefreshedFlowTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("battery-core-").FullName;

    public RefreshedFlowTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "reads files by Linux's system calls");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void TryRefresh_of_a_battery_that_was_unplugged_gives_discharging()
    {
        Adapter(online: true);
        BatteryDevice battery = Battery("Charging", 20_000_000);
        Assert.Equal(PowerFlow.Charging, battery.Snapshot.PowerFlow);
        Adapter(online: false);
        Refresh(battery, "Discharging", 9_000_000);
        Assert.Equal(PowerFlow.Discharging, battery.Snapshot.PowerFlow);
        battery.Snapshot.AssertNumber(BatteryField.SignedPower, -9);
    }

    [Fact]
    public void TryRefresh_of_a_battery_that_was_plugged_in_gives_charging_and_then_held()
    {
        Adapter(online: false);
        BatteryDevice battery = Battery("Discharging", 9_000_000);
        Adapter(online: true);
        Refresh(battery, "Charging", 0);
        Assert.Equal(PowerFlow.Charging, battery.Snapshot.PowerFlow);
        battery.Snapshot.AssertUnknown(BatteryField.SignedPower, ValueQuality.ZeroRate);
        Refresh(battery, "Not charging", 0, 80);
        Assert.Equal(PowerFlow.Held, battery.Snapshot.PowerFlow);
    }

    [Fact]
    public void TryRefresh_of_a_battery_that_discharged_on_external_power_sees_that_it_was_unplugged()
    {
        Adapter(online: true);
        BatteryDevice battery = Battery("Discharging", 9_000_000);
        Assert.Equal(PowerFlow.DischargingOnExternalPower, battery.Snapshot.PowerFlow);
        Adapter(online: false);
        Refresh(battery, "Discharging", 9_000_000);
        Assert.Equal(PowerFlow.Discharging, battery.Snapshot.PowerFlow);
    }

    [Fact]
    public void TryRefresh_of_a_battery_whose_state_is_the_same_keeps_what_is_known_of_external_power()
    {
        Adapter(online: true);
        BatteryDevice battery = Battery("Not charging", 0, 80);
        File.Delete(Path.Combine(_root, "class", "power_supply", "AC", "online"));
        Refresh(battery, "Not charging", 0, 80);
        Assert.Equal(PowerFlow.Held, battery.Snapshot.PowerFlow);
    }

    [Fact]
    public void Read_gives_a_battery_that_waits_its_turn_as_idle()
    {
        Adapter(online: false);
        Write("BAT0", "uevent", Uevent("Discharging", 0, 60));
        Write("BAT1", "uevent", Uevent("Discharging", 9_000_000, 60));
        Assert.Equal([PowerFlow.Idle, PowerFlow.Discharging], Read().Select(static battery => battery.Snapshot.PowerFlow));
    }

    private BatteryDevice Battery(string status, long power, int capacity = 60)
    {
        Write("BAT0", "uevent", Uevent(status, power, capacity));
        return Read().Single();
    }

    private void Refresh(BatteryDevice battery, string status, long power, int capacity = 60)
    {
        Write("BAT0", "uevent", Uevent(status, power, capacity));
        Assert.True(battery.TryRefresh());
    }

    private static string Uevent(string status, long power, int capacity) => string.Concat(
        "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_ENERGY_FULL=50000000\nPOWER_SUPPLY_CHARGE_CONTROL_END_THRESHOLD=80\n",
        $"POWER_SUPPLY_STATUS={status}\nPOWER_SUPPLY_POWER_NOW={power}\nPOWER_SUPPLY_CAPACITY={capacity}\n");

    private void Adapter(bool online)
    {
        Write("AC", "type", "Mains\n");
        Write("AC", "online", online ? "1\n" : "0\n");
    }

    private List<BatteryDevice> Read() => LinuxSource.Open(_root).ReadBatteries();

    private void Write(string supply, string file, string text)
    {
        string folder = Path.Combine(_root, "class", "power_supply", supply);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), text);
    }
}
