using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Battery.Core.Windows;
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
            Named(@"\\?\ACPI#PNP0C0A#10", "ten"), Named(@"\\?\ACPI#PNP0C0A#2", "two"), Named(@"\\?\HID#VID_051D#1", "ups"));
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
    public void TryRefresh_returns_false_if_another_battery_is_in_the_bay()
    {
        FakeBatteryDevice port = Named("#0", "old");
        WindowsSource source = new FakeBackend(port).Source();
        BatteryDevice old = Assert.Single(source.ReadBatteries());
        port.Tag = 8;
        port.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text("new");
        Assert.False(old.TryRefresh());
        Assert.Equal("old", old.Snapshot.Text(BatteryField.Model));
        BatteryDevice again = Assert.Single(source.ReadBatteries());
        Assert.True(again.TryRefresh());
        Assert.Equal("new", again.Snapshot.Text(BatteryField.Model));
    }

    [Fact]
    public void TryRefresh_reads_the_same_battery_again_if_its_tag_changed()
    {
        FakeBatteryDevice port = Named("#0", "one");
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.Tag = 8;
        port.Status = IoctlResponses.Status(capacity: 20_000);
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(full: 44_000);
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 20);
        battery.Snapshot.AssertNumber(BatteryField.EnergyFull, 44);

        port.Status = IoctlResponses.Status(capacity: 10_000);
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 10);
        Assert.Equal(2, port.Requests[BatteryInformationLevel.DeviceName]);
    }

    [Fact]
    public void TryRefresh_returns_true_again_if_the_first_battery_is_back_in_the_bay()
    {
        FakeBatteryDevice port = Named("#0", "first");
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        (port.Tag, port.Levels[BatteryInformationLevel.DeviceName]) = (8, IoctlResponses.Text("second"));
        Assert.False(battery.TryRefresh());
        int requests = port.Requests[BatteryInformationLevel.DeviceName];
        Assert.False(battery.TryRefresh());
        Assert.Equal(requests, port.Requests[BatteryInformationLevel.DeviceName]);
        (port.Tag, port.Levels[BatteryInformationLevel.DeviceName]) = (9, IoctlResponses.Text("first"));
        Assert.True(battery.TryRefresh());
    }

    [Fact]
    public void TryRefresh_returns_false_if_the_tag_of_a_battery_without_an_identity_changed()
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.Tag = 8;
        Assert.False(battery.TryRefresh());
    }

    [Fact]
    public void TryRefresh_returns_true_and_unknown_values_while_the_identity_behind_a_new_tag_cannot_be_read()
    {
        FakeBatteryDevice port = Named("#0", "one");
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        port.Tag = 8;
        port.LevelErrors[BatteryInformationLevel.DeviceName] = NotReady;
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertUnknown(BatteryField.Energy, ValueQuality.ReadFailed);
        port.LevelErrors.Clear();
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 30);
    }

    [Fact]
    public void Read_and_TryRefresh_read_again_if_the_tag_changes_during_the_reading()
    {
        FakeBatteryDevice port = Named("#0", "one");
        port.OnStatus = ChangeTag;
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.Snapshot.AssertNumber(BatteryField.Energy, 30);
        port.OnStatus = ChangeTag;
        Assert.True(battery.TryRefresh());
        Assert.Equal(9u, port.Tag);

        static void ChangeTag(FakeBatteryDevice port)
        {
            port.OnStatus = null;
            port.Tag++;
        }
    }

    [Theory]
    [InlineData((int)BatteryInformationLevel.DeviceName, BatteryField.Model)]
    [InlineData((int)BatteryInformationLevel.ManufactureName, BatteryField.Vendor)]
    [InlineData((int)BatteryInformationLevel.SerialNumber, BatteryField.SerialNumber)]
    public void TryRefresh_requests_a_name_again_if_the_last_request_failed(int number, BatteryField field)
    {
        var level = (BatteryInformationLevel)number;
        var port = new FakeBatteryDevice();
        port.Levels[level] = IoctlResponses.Text("name");
        port.LevelErrors[level] = NotReady;
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.Snapshot.AssertUnknown(field, ValueQuality.ReadFailed);
        port.LevelErrors.Clear();
        Assert.True(battery.TryRefresh());
        Assert.Equal("name", battery.Snapshot.Text(field));
        Assert.True(battery.TryRefresh());
        Assert.Equal(2, port.Requests[level]);
    }

    [Fact]
    public void TryRefresh_requests_the_date_again_if_the_last_request_failed()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.ManufactureDate] = IoctlResponses.Date(3, 2, 2021);
        port.LevelErrors[BatteryInformationLevel.ManufactureDate] = GeneralFailure;
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.Snapshot.AssertUnknown(BatteryField.ManufactureDate, ValueQuality.ReadFailed);
        port.LevelErrors.Clear();
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.ManufactureDate, 20210203);
        Assert.True(battery.TryRefresh());
        Assert.Equal(2, port.Requests[BatteryInformationLevel.ManufactureDate]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(87)]
    public void TryRefresh_requests_what_is_not_supported_once(int error)
    {
        var port = new FakeBatteryDevice { LevelError = error };
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.True(battery.TryRefresh());
        Assert.All(port.Requests.Where(static request => request.Key != BatteryInformationLevel.Information), static request => Assert.Equal(1, request.Value));
        Assert.Equal(8, port.Requests.Count);
    }

    [Fact]
    public void TryRefresh_requests_again_what_a_battery_did_not_support_if_its_tag_changed()
    {
        FakeBatteryDevice port = Named("#0", "one");
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.Snapshot.AssertUnknown(BatteryField.Temperature, ValueQuality.Missing);
        port.Tag = 8;
        port.Levels[BatteryInformationLevel.Temperature] = IoctlResponses.Number(3012);
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Temperature, 28.05);
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
    public void TryRefresh_requests_names_once_and_capacities_once_a_minute()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Temperature] = IoctlResponses.Number(3012);
        var machine = new FakeBackend(port);
        BatteryDevice battery = Assert.Single(machine.Source().ReadBatteries());
        for (machine.Now = 0; machine.Now < 60_000; machine.Now += 10_000)
        {
            Assert.True(battery.TryRefresh());
        }

        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(full: 44_000, cycles: 124);
        Assert.Equal(1, port.Requests[BatteryInformationLevel.Information]);
        Assert.True(battery.TryRefresh());
        Assert.Equal(2, port.Requests[BatteryInformationLevel.Information]);
        battery.Snapshot.AssertNumber(BatteryField.EnergyFull, 44);
        battery.Snapshot.AssertNumber(BatteryField.CycleCount, 124);
        Assert.Equal(1, port.Requests[BatteryInformationLevel.DeviceName]);
        Assert.Equal(8, port.Requests[BatteryInformationLevel.Temperature]);
    }

    [Fact]
    public void TryRefresh_requests_a_level_again_only_if_the_driver_supports_it()
    {
        var port = new FakeBatteryDevice();
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.True(battery.TryRefresh());
        Assert.Equal(1, port.Requests[BatteryInformationLevel.Temperature]);

        port = new FakeBatteryDevice { LevelError = NotReady };
        battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.True(battery.TryRefresh());
        Assert.Equal(2, port.Requests[BatteryInformationLevel.Temperature]);
        battery.Snapshot.AssertUnknown(BatteryField.Temperature, ValueQuality.ReadFailed);
    }

    [Fact]
    public void TryRefresh_requests_the_time_to_empty_only_while_discharging()
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.Charging, rate: 10_000) };
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.False(port.Requests.ContainsKey(BatteryInformationLevel.EstimatedTime));
        port.Status = IoctlResponses.Status();
        Assert.True(battery.TryRefresh());
        Assert.Equal(1, port.Requests[BatteryInformationLevel.EstimatedTime]);
    }

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
    public void TryRead_fills_any_reading_and_requests_names_once()
    {
        FakeBatteryDevice port = Named("#0", "one");
        var reader = new WindowsSupplyReader(port, static () => 0);
        var other = new WindowsSupplyReader(Named("#1", "two"), static () => 0);
        var shared = new RawReading { Name = "BAT0" };
        Assert.True(reader.TryRead(shared));
        Assert.True(other.TryRead(shared));
        Assert.Equal("two", shared.Text(SupplyProperty.ModelName).Text);
        Assert.True(reader.TryRead(shared));
        Assert.Equal("one", shared.Text(SupplyProperty.ModelName).Text);

        var fresh = new RawReading { Name = "BAT0" };
        Assert.True(reader.TryRead(fresh));
        Assert.Equal(("one", 45_000_000L), (fresh.Text(SupplyProperty.ModelName).Text, fresh[SupplyProperty.EnergyFull].Number));
        Assert.Equal((1, 1), (port.Requests[BatteryInformationLevel.DeviceName], port.Requests[BatteryInformationLevel.Information]));
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

    [Fact]
    public void Read_throws_if_only_external_power_is_wanted_and_cannot_be_read() =>
        Assert.Equal(BatteryError.Io, Assert.Throws<BatteryException>(() => new FakeBackend { PowerStatusError = 31 }.Source().ReadExternalPower()).Code);

    private static FakeBatteryDevice Named(string path, string model)
    {
        var port = new FakeBatteryDevice(path);
        port.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text(model);
        return port;
    }

    private static IEnumerable<string> Names(FakeBackend machine) => machine.Source().ReadBatteries().Select(static battery => battery.Snapshot.Name);
}
