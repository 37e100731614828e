using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Sources;
using Battery.Core.Windows;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows;

/// <summary>How often each level is requested.</summary>
public class RequestTests
{
    // ERROR_NOT_READY and ERROR_GEN_FAILURE of winerror.h.
    private const int NotReady = 21;
    private const int GeneralFailure = 31;

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
    [InlineData(IoctlResponses.ShortTerm | IoctlResponses.System, BatteryKind.Ups)]
    [InlineData(IoctlResponses.System, BatteryKind.Battery)]
    public void TryRefresh_corrects_the_kind_that_the_first_request_did_not_show(uint capabilities, BatteryKind kind)
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(capabilities: capabilities);
        port.LevelErrors[BatteryInformationLevel.Information] = NotReady;
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        Assert.Equal(BatteryKind.Battery, battery.Snapshot.Kind);
        port.LevelErrors.Clear();
        Assert.True(battery.TryRefresh());
        Assert.Equal(kind, battery.Snapshot.Kind);
    }

    [Fact]
    public void TryRefresh_keeps_the_kind_of_a_UPS_whose_later_request_fails()
    {
        var port = new FakeBatteryDevice();
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(capabilities: 0);
        var machine = new FakeBackend(port);
        BatteryDevice battery = Assert.Single(machine.Source().ReadBatteries());
        port.LevelErrors[BatteryInformationLevel.Information] = NotReady;
        machine.Now = 60_000;
        Assert.True(battery.TryRefresh());
        Assert.Equal(BatteryKind.Ups, battery.Snapshot.Kind);
        battery.Snapshot.AssertUnknown(BatteryField.EnergyFull, ValueQuality.ReadFailed);
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
    public void TryRead_fills_any_reading_and_requests_names_once()
    {
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "one");
        var reader = new WindowsSupplyReader(port, static () => 0, static () => "no interface");
        var other = new WindowsSupplyReader(FakeBatteryDevice.Named("#1", "two"), static () => 0, static () => "no interface");
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
}
