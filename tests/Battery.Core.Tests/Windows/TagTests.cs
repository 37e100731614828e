using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows;

/// <summary>Whether the battery behind a new tag goes on, and how it is read.</summary>
public class TagTests
{
    // ERROR_NOT_READY of winerror.h.
    private const int NotReady = 21;

    [Fact]
    public void TryRefresh_returns_false_if_another_battery_is_in_the_bay()
    {
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "old");
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
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "one");
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
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "first");
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
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "one");
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
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "one");
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

    [Fact]
    public void TryRefresh_requests_again_what_a_battery_did_not_support_if_its_tag_changed()
    {
        FakeBatteryDevice port = FakeBatteryDevice.Named("#0", "one");
        BatteryDevice battery = Assert.Single(new FakeBackend(port).Source().ReadBatteries());
        battery.Snapshot.AssertUnknown(BatteryField.Temperature, ValueQuality.Missing);
        port.Tag = 8;
        port.Levels[BatteryInformationLevel.Temperature] = IoctlResponses.Number(3012);
        Assert.True(battery.TryRefresh());
        battery.Snapshot.AssertNumber(BatteryField.Temperature, 28.05);
    }
}
