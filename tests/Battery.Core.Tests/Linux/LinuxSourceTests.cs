using Battery.Core.Linux;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Tests.Linux;

public sealed class LinuxSourceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("battery-core-").FullName;

    public LinuxSourceTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "reads files by Linux's system calls");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Read_lists_batteries_in_natural_order()
    {
        foreach (string name in new[] { "BAT10", "BAT2", "AC", "BAT0" })
        {
            Write(name, "uevent", name == "AC" ? "POWER_SUPPLY_TYPE=Mains\nPOWER_SUPPLY_ONLINE=1\n" : "POWER_SUPPLY_TYPE=Battery\n");
        }

        Assert.Equal(["BAT0", "BAT2", "BAT10"], Read().Select(static battery => battery.Snapshot.Name));
        Assert.Equal(ExternalPower.Online, LinuxSource.Open(_root).ReadExternalPower());
    }

    [Fact]
    public void Read_takes_uevent_first_and_then_attributes()
    {
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=50\nPOWER_SUPPLY_VOLTAGE_NOW=garbage\n");
        Write("BAT0", "capacity", "99\n");
        Write("BAT0", "voltage_now", "12000000\n");
        Write("BAT0", "temp", "300\n");
        BatterySnapshot battery = Read().Single().Snapshot;
        battery.AssertNumber(BatteryField.Percentage, 50);
        battery.AssertNumber(BatteryField.Voltage, 12);
        battery.AssertNumber(BatteryField.Temperature, 30);
    }

    [Fact]
    public void Read_takes_attributes_without_uevent()
    {
        Write("BAT0", "type", "Battery\n");
        Write("BAT0", "capacity", "42\n");
        Read().Single().Snapshot.AssertNumber(BatteryField.Percentage, 42);
    }

    [Fact]
    public void Read_prefers_the_newer_name_of_a_threshold()
    {
        // Whichever the folder lists first.
        string[] names = ["charge_stop_threshold", "charge_control_end_threshold", "charge_start_threshold", "charge_control_start_threshold"];
        foreach (string supply in new[] { "BAT0", "BAT1" })
        {
            Write(supply, "type", "Battery\n");
            foreach (string name in supply == "BAT0" ? names : names.Reverse())
            {
                Write(supply, name, name.Contains("control", StringComparison.Ordinal) ? "80\n" : "40\n");
            }
        }

        Write("BAT2", "type", "Battery\n");
        Write("BAT2", "charge_stop_threshold", "90\n");
        List<BatteryDevice> batteries = Read();
        Assert.All(batteries[..2], static battery => battery.Snapshot.AssertNumber(BatteryField.ChargeEndThreshold, 80));
        Assert.All(batteries[..2], static battery => battery.Snapshot.AssertNumber(BatteryField.ChargeStartThreshold, 80));
        batteries[2].Snapshot.AssertNumber(BatteryField.ChargeEndThreshold, 90);
    }

    // ACPI reports magnitudes. A battery that is full and not in use has a current of 1 mA (fixture dell-full-1-ma).
    [Theory]
    [InlineData("POWER_SUPPLY_STATUS=Full\nPOWER_SUPPLY_CURRENT_NOW=1000\nPOWER_SUPPLY_CHARGE_FULL=3544000\n", "0", ExternalPower.Offline)]
    [InlineData("POWER_SUPPLY_STATUS=Full\nPOWER_SUPPLY_CURRENT_NOW=1000\nPOWER_SUPPLY_CHARGE_FULL=3544000\n", "x", ExternalPower.Online)]
    [InlineData("POWER_SUPPLY_STATUS=Full\nPOWER_SUPPLY_CURRENT_NOW=36000\nPOWER_SUPPLY_CHARGE_FULL=3544000\n", "0", ExternalPower.Online)]
    [InlineData("POWER_SUPPLY_STATUS=Charging\nPOWER_SUPPLY_CURRENT_NOW=0\nPOWER_SUPPLY_CHARGE_FULL=3544000\n", "0", ExternalPower.Online)]
    public void Read_takes_an_adapter_that_is_offline_for_online_only_if_a_battery_charges(string battery, string online, ExternalPower power)
    {
        Write("AC", "type", "Mains\n");
        Write("AC", "online", $"{online}\n");
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_STATUS=Discharging\nPOWER_SUPPLY_CURRENT_NOW=1500000\n");
        Write("BAT1", "uevent", "POWER_SUPPLY_TYPE=Battery\n" + battery);
        var source = LinuxSource.Open(_root);
        Assert.All(
            [SupplyScopes.None, SupplyScopes.System, SupplyScopes.Peripheral, SupplyScopes.All],
            scopes => Assert.Equal(power, source.Read(scopes).ExternalPower));
    }

    [Fact]
    public void Read_gives_nothing_on_a_kernel_without_power_supplies()
    {
        Directory.CreateDirectory(Path.Combine(_root, "class"));
        Assert.Empty(LinuxSource.Open(_root).ReadBatteries());
        Directory.CreateDirectory(Path.Combine(_root, "class", "power_supply"));
        Assert.Empty(LinuxSource.Open(_root).ReadBatteries());
        Assert.Equal(ExternalPower.Unknown, LinuxSource.Open(_root).ReadExternalPower());
    }

    [Fact]
    public void Open_throws_for_a_directory_that_is_not_sysfs()
    {
        var error = Assert.Throws<BatteryException>(() => LinuxSource.Open(Directory.CreateDirectory(Path.Combine(_root, "sys")).FullName));
        Assert.Equal(BatteryError.NotFound, error.Code);
        Assert.Contains("no directory 'class'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_throws_for_a_root_that_is_a_file()
    {
        string file = Path.Combine(_root, "laptop.txt");
        File.WriteAllText(file, string.Empty);
        var error = Assert.Throws<BatteryException>(() => LinuxSource.Open(file));
        Assert.Equal(BatteryError.NotFound, error.Code);
        Assert.StartsWith($"cannot open {file}: it is not a directory; ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_throws_for_a_missing_root()
    {
        var error = Assert.Throws<BatteryException>(() => LinuxSource.Open("/no/such/root"));
        Assert.Equal(BatteryError.NotFound, error.Code);
        Assert.Contains("/no/such/root", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRefresh_reads_changes_and_keeps_the_values_of_a_removed_battery()
    {
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=50\n");
        BatteryDevice battery = Read().Single();
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=49\n");
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Percentage, 49);
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_PRESENT=0\nPOWER_SUPPLY_CAPACITY=100\n");
        Assert.False(battery.TryRefresh());
        Directory.Delete(Path.Combine(_root, "class", "power_supply", "BAT0"), recursive: true);
        Assert.False(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Percentage, 49);
    }

    [Fact]
    public void TryRefresh_allocates_nothing()
    {
        const int Count = 1000;
        Write("BAT0", "uevent", "POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=50\nPOWER_SUPPLY_SERIAL_NUMBER= 123\nPOWER_SUPPLY_MANUFACTURER=SMP\n");
        Write("BAT0", "temp", "300\n");
        BatteryDevice battery = Read().Single();
        battery.TryRefresh();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Count; i++)
        {
            battery.TryRefresh();
        }

        // In whole bytes a refresh: the runtime itself may allocate something once, while it compiles a method again.
        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / Count);
    }

    private List<BatteryDevice> Read() => LinuxSource.Open(_root).ReadBatteries();

    private void Write(string supply, string file, string text)
    {
        string folder = Path.Combine(_root, "class", "power_supply", supply);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), text);
    }
}
