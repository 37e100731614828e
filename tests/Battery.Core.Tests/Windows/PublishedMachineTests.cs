using Battery.Core.Model;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows;

/// <summary>Responses made from dumps that owners of real machines published; requests that a dump lacks are unsupported.</summary>
public class PublishedMachineTests
{
    [Fact]
    public void Read_gives_the_values_of_a_Dell_Inspiron_in_its_powercfg_report()
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.OnLine, 26_551, IoctlResponses.Unknown, 0) };
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(41_998, 26_551, 0);
        port.Levels[BatteryInformationLevel.DeviceName] = IoctlResponses.Text("DELL 0FJMK02\0");
        port.Levels[BatteryInformationLevel.ManufactureName] = IoctlResponses.Text("Samsung SDI\0");
        port.Levels[BatteryInformationLevel.SerialNumber] = IoctlResponses.Text(" 1111\0");
        BatterySnapshot battery = FakeBackend.Read(port);
        Assert.Equal(("1111", BatteryState.Full), (battery.Text(BatteryField.SerialNumber), battery.State));
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 26.551 / 41.998);
        battery.AssertUnknown(BatteryField.CycleCount, ValueQuality.ReportedUnknown);
        battery.AssertUnknown(BatteryField.ManufactureDate, ValueQuality.Missing);
    }

    [Fact]
    public void Read_gives_the_values_of_a_Lenovo_in_its_vendors_cmdlet()
    {
        var port = new FakeBatteryDevice { Status = IoctlResponses.Status(IoctlResponses.OnLine, 85_580, 17_215, 0) };
        port.Levels[BatteryInformationLevel.Information] = IoctlResponses.Information(86_000, 85_690, 0);
        BatterySnapshot battery = FakeBackend.Read(port);
        Assert.Equal(BatteryState.Full, battery.State);
        battery.AssertNumber(BatteryField.Percentage, 100 * 85.58 / 85.69);
        battery.AssertNumber(BatteryField.Voltage, 17.215);
        battery.AssertNumber(BatteryField.EnergyRate, 0);
    }

    [Fact]
    public void Read_gives_the_values_of_a_discharging_laptop_in_its_WMI_BatteryStatus()
    {
        BatterySnapshot battery = FakeBackend.Read(new FakeBatteryDevice { Tag = 15, Status = IoctlResponses.Status(IoctlResponses.Discharging, 32_894,
            15_457, -19_290) });
        Assert.Equal(BatteryState.Discharging, battery.State);
        battery.AssertNumber(BatteryField.Energy, 32.894);
        battery.AssertNumber(BatteryField.EnergyRate, 19.29);
        battery.AssertNumber(BatteryField.TimeToEmpty, 32_894.0 / 19_290 * 3600);
    }

    // Win32_Battery shows its time as 71582788 minutes: BATTERY_UNKNOWN_TIME seconds.
    [Fact]
    public void Read_gives_the_values_of_a_ThinkPad_with_two_batteries_in_its_Win32_Battery()
    {
        FakeBatteryDevice[] ports = [new("#0"), new("#1")];
        foreach (FakeBatteryDevice port in ports)
        {
            port.Status = IoctlResponses.Status(IoctlResponses.OnLine, 45_000, 12_759, 0);
            port.Levels[BatteryInformationLevel.EstimatedTime] = IoctlResponses.Number(71_582_788 * 60u);
        }

        Assert.All(new FakeBackend(ports).Source().ReadBatteries(), static battery =>
        {
            Assert.Equal(BatteryState.Full, battery.Snapshot.State);
            battery.Snapshot.AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.NotInThisState);
        });
    }
}
