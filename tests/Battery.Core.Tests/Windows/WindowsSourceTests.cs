using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;

namespace Battery.Core.Tests.Windows;

/// <summary>Which batteries there are, and what reading one again reads.</summary>
public class WindowsSourceTests
{
    // ERROR_NOT_READY and ERROR_GEN_FAILURE of winerror.h.
    private const int NotReady = 21;
    private const int GeneralFailure = 31;

    [Fact]
    public void Read_skips_an_empty_bay()
    {
        var machine = new FakeBackend(
            new FakeBatteryDevice("#0"),
            new FakeBatteryDevice("#1") { Tag = 0 },
            new FakeBatteryDevice("#2") { TagError = Win32Error.FileNotFound },
            new FakeBatteryDevice("#3"));
        Assert.Equal(["BAT0", "BAT3"], Names(machine));
    }

    [Fact]
    public void Read_names_batteries_after_their_bays_in_natural_order_of_the_paths()
    {
        var machine = new FakeBackend(
            FakeBatteryDevice.Named(@"\\?\ACPI#PNP0C0A#10", "ten"), FakeBatteryDevice.Named(@"\\?\ACPI#PNP0C0A#2", "two"),
            FakeBatteryDevice.Named(@"\\?\HID#VID_051D#1", "ups"));
        Assert.Equal(
            [("BAT0", "two"), ("BAT1", "ten"), ("BAT2", "ups")],
            machine.Source().ReadBatteries().Select(static battery => (battery.Snapshot.Name, battery.Snapshot.Text(BatteryField.Model)!)));
    }

    [Fact]
    public void TryRefresh_reads_its_own_battery()
    {
        var first = new FakeBatteryDevice("#0");
        var second = new FakeBatteryDevice("#1") { Tag = 9, Status = IoctlResponses.Status(capacity: 20_000) };
        List<BatteryDevice> batteries = new FakeBackend(first, second).Source().ReadBatteries();
        second.Status = IoctlResponses.Status(capacity: 10_000);
        Assert.True(batteries[1].TryRefresh());
        batteries[0].Snapshot.AssertNumber(BatteryField.Energy, 30);
        batteries[1].Snapshot.AssertNumber(BatteryField.Energy, 10);
    }

    [Fact]
    public void Read_leaves_out_a_battery_that_is_removed_while_it_is_read()
    {
        // The tag, BATTERY_INFORMATION, four names, the date: what is left of a battery then has no status.
        for (int requests = 0; requests < 8; requests++)
        {
            var leaving = new FakeBatteryDevice("#0") { RequestsLeft = requests };
            Assert.Equal(["BAT1"], Names(new FakeBackend(leaving, new FakeBatteryDevice("#1"))));
            Assert.True(leaving.IsReleased);
        }

        Assert.Equal(["BAT0", "BAT1"], Names(new FakeBackend(new FakeBatteryDevice("#0") { RequestsLeft = 8 }, new FakeBatteryDevice("#1"))));
    }

    [Fact]
    public void TryRefresh_returns_false_and_keeps_the_values_if_the_battery_is_removed_while_it_is_read()
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.RequestsLeft = 1;
        Assert.False(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 30);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(433)]
    [InlineData(1167)]
    public void TryRefresh_returns_false_if_the_device_was_removed(int error)
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.TagError = error;
        Assert.False(battery.TryRefresh());
    }

    [Fact]
    public void TryRefresh_returns_true_and_unknown_values_while_the_driver_fails()
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.TagError = GeneralFailure;
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertUnknown(BatteryField.State, ValueQuality.ReadFailed);
        battery.Snapshot.AssertUnknown(BatteryField.Percentage, ValueQuality.ReadFailed);
        battery.Snapshot.AssertNumber(BatteryField.EnergyFull, 45);
        port.TagError = 0;
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 30);
    }

    [Fact]
    public void Read_gives_the_other_values_if_the_status_cannot_be_read()
    {
        BatterySnapshot battery = FakeBackend.Read(new FakeBatteryDevice { StatusError = NotReady });
        battery.AssertUnknown(BatteryField.State, ValueQuality.ReadFailed);
        battery.AssertUnknown(BatteryField.Energy, ValueQuality.ReadFailed);
        battery.AssertNumber(BatteryField.EnergyFull, 45);
    }

    [Fact]
    public void Read_lists_a_battery_that_has_a_tag_and_no_information()
    {
        var port = new FakeBatteryDevice { LevelError = Win32Error.AccessDenied };
        port.Levels.Clear();
        BatterySnapshot battery = FakeBackend.Read(port);
        Assert.Equal((BatteryKind.Battery, BatteryState.Discharging), (battery.Kind, battery.State));
        battery.AssertUnknown(BatteryField.Model, ValueQuality.PermissionDenied);
        battery.AssertUnknown(BatteryField.Energy, ValueQuality.PermissionDenied);
    }

    [Fact]
    public void Read_throws_if_access_to_all_batteries_is_denied()
    {
        var denied = new FakeBatteryDevice("#0") { TagError = Win32Error.AccessDenied };
        BatteryException error = Assert.Throws<BatteryException>(new FakeBackend(denied).Source().ReadBatteries);
        Assert.Equal(BatteryError.PermissionDenied, error.Code);
    }

    [Fact]
    public void Read_throws_if_all_drivers_fail_and_names_the_error()
    {
        var machine = new FakeBackend(
            new FakeBatteryDevice("#0") { TagError = GeneralFailure }, new FakeBatteryDevice("#1") { TagError = Win32Error.FileNotFound });
        BatteryException error = Assert.Throws<BatteryException>(machine.Source().ReadBatteries);
        Assert.Equal(BatteryError.Io, error.Code);
        Assert.Contains("31", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Win32Error.AccessDenied, ValueQuality.PermissionDenied)]
    [InlineData(GeneralFailure, ValueQuality.ReadFailed)]
    public void Read_lists_a_battery_whose_driver_fails_with_unreadable_values(int error, ValueQuality quality)
    {
        var failing = new FakeBatteryDevice("#0") { TagError = error };
        List<BatteryDevice> batteries = new FakeBackend(failing, new FakeBatteryDevice("#1")).Source().ReadBatteries();
        Assert.Equal(["BAT0", "BAT1"], batteries.Select(static battery => battery.Snapshot.Name));
        foreach (BatteryField field in new[]
        {
            BatteryField.State, BatteryField.Energy, BatteryField.EnergyFull, BatteryField.CycleCount, BatteryField.Model, BatteryField.Vendor,
            BatteryField.SerialNumber, BatteryField.ManufactureDate, BatteryField.Temperature, BatteryField.Voltage,
        })
        {
            batteries[0].Snapshot.AssertUnknown(field, quality);
        }

        failing.TagError = 0;
        Assert.True(batteries[0].TryRefresh());
        batteries[0].Snapshot.AssertNumber(BatteryField.Energy, 30);
    }

    [Fact]
    public void Read_gives_no_batteries_on_a_machine_without_one() => Assert.Empty(new FakeBackend().Source().ReadBatteries());

    [Fact]
    public void TryRefresh_closes_the_device()
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.True(port.IsReleased);
        port.StatusError = GeneralFailure;
        battery.TryRefresh();
        Assert.True(port.IsReleased);
    }

    [Fact]
    public void Read_does_not_access_batteries_for_external_power()
    {
        var port = new FakeBatteryDevice();
        MachineReading reading = new FakeBackend(port).Source().Read(SupplyScopes.None);
        Assert.Equal(ExternalPower.Online, reading.ExternalPower);
        Assert.Empty(port.Requests);
    }

    [Fact]
    public void Read_gives_the_batteries_if_external_power_cannot_be_read()
    {
        MachineReading reading = new FakeBackend(new FakeBatteryDevice()) { PowerStatusError = 31 }.Source().Read(SupplyScopes.System);
        Assert.Single(reading.Batteries);
        Assert.Equal(ExternalPower.Unknown, reading.ExternalPower);
    }

    [Fact]
    public void TryRefresh_allocates_nothing()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Temperature] = IoctlResponses.Number(3012);
        port.Levels[BatteryInformationLevel.EstimatedTime] = IoctlResponses.Number(9000);
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.TryRefresh();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            battery.TryRefresh();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0, ExternalPower.Offline)]
    [InlineData(1, ExternalPower.Online)]
    [InlineData(255, ExternalPower.Unknown)]
    public void ExternalPower_is_the_system_power_status(byte line, ExternalPower power)
    {
        var machine = new FakeBackend(new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.OnLine) }) { PowerStatus = [line, 1, 50, 0, 0,
            0, 0, 0, 0, 0, 0, 0] };
        Assert.Equal(power, machine.Source().ReadExternalPower());
    }

    [Theory]
    [InlineData(IoctlResponses.Charging, 255, ExternalPower.Online)]
    [InlineData(IoctlResponses.Charging, 0, ExternalPower.Offline)]
    [InlineData(IoctlResponses.Discharging, 255, ExternalPower.Unknown)]
    public void ExternalPower_is_online_if_the_status_is_unknown_and_a_battery_charges(uint state, byte line, ExternalPower power)
    {
        var machine = new FakeBackend(new FakeBatteryDevice { Status = IoctlResponses.Status(state, rate: 9000) }) { PowerStatus = [line, 1, 50, 0, 0,
            0, 0, 0, 0, 0, 0, 0] };
        Assert.Equal((power, power), (machine.Source().ReadExternalPower(), machine.Source().Read(SupplyScopes.System).ExternalPower));
    }

    [Fact]
    public void ExternalPower_is_unknown_if_the_status_is_unknown_and_no_battery_can_be_read() =>
        Assert.Equal(ExternalPower.Unknown, new FakeBackend(new FakeBatteryDevice { TagError = 31 }) { PowerStatus = new byte[] { 255, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0 } }.Source().ReadExternalPower());

    [Fact]
    public void Read_throws_if_only_external_power_is_wanted_and_cannot_be_read() =>
        Assert.Equal(BatteryError.Io, Assert.Throws<BatteryException>(() => new FakeBackend { PowerStatusError = 31 }.Source().ReadExternalPower()).Code);

    private static IEnumerable<string> Names(FakeBackend machine) => machine.Source().ReadBatteries().Select(static battery => battery.Snapshot.Name);
}
