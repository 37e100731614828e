using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.MacOS.Decoding;

/// <summary>Each way in which readers of AppleSmartBattery go wrong.</summary>
public class SmartBatteryDecoderTests
{
    [Theory]
    [InlineData("18446744073709550397", -1.219)]
    [InlineData("4294966077", -1.219)]
    [InlineData("64317", -1.219)]
    [InlineData("-1219", -1.219)]
    [InlineData("5114", 5.114)]
    [InlineData("0", 0)]
    public void Amperage_is_signed_however_it_is_printed(string printed, double amperes)
    {
        MacFixtures.Snapshot("ExternalConnected = Yes", $"Amperage = {printed}").AssertNumber(BatteryField.Current, amperes);
        MacFixtures.Snapshot($"InstantAmperage = {printed}").AssertNumber(BatteryField.Current, amperes);
    }

    [Fact]
    public void Time_is_unknown_for_65535_or_0_minutes()
    {
        // Where nothing is charged that could be divided, nothing stands in for it.
        foreach (string unknown in new[] { "65535", "0" })
        {
            MacFixtures.Snapshot("ExternalConnected = No", $"TimeRemaining = {unknown}",
                $"AvgTimeToEmpty = {unknown}").AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.Missing);
            MacFixtures.Snapshot("ExternalConnected = Yes", "IsCharging = Yes", $"TimeRemaining = {unknown}",
                $"AvgTimeToFull = {unknown}").AssertUnknown(BatteryField.TimeToFull, ValueQuality.Missing);
        }
    }

    [Fact]
    public void Times_are_minutes_and_TimeRemaining_goes_by_the_state()
    {
        MacFixtures.Snapshot("ExternalConnected = No", "TimeRemaining = 17").AssertNumber(BatteryField.TimeToEmpty, 17 * 60);
        MacFixtures.Snapshot("ExternalConnected = No", "TimeRemaining = 17", "AvgTimeToEmpty = 119").AssertNumber(BatteryField.TimeToEmpty, 119 * 60);
        MacFixtures.Snapshot("ExternalConnected = No", "TimeRemaining = 17", "AvgTimeToEmpty = 0").AssertNumber(BatteryField.TimeToEmpty, 17 * 60);
        BatterySnapshot charging = MacFixtures.Snapshot("ExternalConnected = Yes", "IsCharging = Yes", "TimeRemaining = 54", "AvgTimeToFull = 65535",
            "AvgTimeToEmpty = 65535");
        charging.AssertNumber(BatteryField.TimeToFull, 54 * 60);
        charging.AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.NotInThisState);
    }

    [Theory]
    [InlineData("Yes", "Yes", "No", BatteryState.Charging)]
    [InlineData("Yes", "No", "Yes", BatteryState.Full)]
    [InlineData("Yes", "No", "No", BatteryState.NotCharging)]
    [InlineData("No", "No", "No", BatteryState.Discharging)]
    [InlineData("No", "No", "Yes", BatteryState.Discharging)]
    public void State_depends_on_external_power_and_then_on_the_flags(string connected, string charging, string charged, BatteryState state) =>
        Assert.Equal(state, MacFixtures.Snapshot($"ExternalConnected = {connected}", $"IsCharging = {charging}", $"FullyCharged = {charged}").State);

    [Fact]
    public void State_is_unknown_without_the_flags()
    {
        Assert.Equal(BatteryState.Unknown, MacFixtures.Snapshot("IsCharging = No", "FullyCharged = No").State);
        Assert.Equal(BatteryState.Unknown, MacFixtures.Snapshot("CycleCount = 7", "ExternalConnected = Yes").State);
        Assert.Equal(BatteryState.Charging, MacFixtures.Snapshot("IsCharging = Yes").State);
    }

    [Fact]
    public void Read_gives_external_power_and_no_battery_on_a_desktop_Mac()
    {
        var desktop = MacFixtures.Open(MacFixtures.Service("BatteryInstalled = No", "CurrentCapacity = 0", "MaxCapacity = 0", "Voltage = 0",
            "ExternalConnected = Yes"));
        Assert.Empty(desktop.ReadBatteries());
        Assert.Equal(ExternalPower.Online, desktop.ReadExternalPower());
    }

    [Fact]
    public void LegacyBatteryInfo_is_used_where_the_newer_keys_are_missing()
    {
        const string Legacy = "LegacyBatteryInfo = {\"Amperage\"=1045,\"Flags\"=7,\"Capacity\"=7969,\"Current\"=7556,\"Voltage\"=12997,\"Cycle Count\"=111}";
        BatterySnapshot battery = MacFixtures.Snapshot(Legacy);
        Assert.Equal(BatteryState.Charging, battery.State);
        battery.AssertNumber(BatteryField.Current, 1.045);
        battery.AssertNumber(BatteryField.Voltage, 12.997);
        battery.AssertNumber(BatteryField.Charge, 7.556);
        battery.AssertNumber(BatteryField.ChargeFull, 7.969);
        battery.AssertNumber(BatteryField.Percentage, 100 * 7556 / 7969.0);
        battery.AssertNumber(BatteryField.CycleCount, 111);
        BatterySnapshot newer = MacFixtures.Snapshot(
            Legacy, "Amperage = -500", "ExternalConnected = No", "CycleCount = 112", "BatteryData = {\"Voltage\"=13022}");
        Assert.Equal(BatteryState.Discharging, newer.State);
        newer.AssertNumber(BatteryField.Current, -0.5);
        newer.AssertNumber(BatteryField.Voltage, 13.022);
        newer.AssertNumber(BatteryField.CycleCount, 112);
    }

    [Theory]
    [InlineData(4, BatteryState.Discharging, ExternalPower.Offline)]
    [InlineData(5, BatteryState.NotCharging, ExternalPower.Online)]
    [InlineData(7, BatteryState.Charging, ExternalPower.Online)]
    public void LegacyBatteryInfo_has_flags(int flags, BatteryState state, ExternalPower power)
    {
        var mac = MacFixtures.Open(MacFixtures.Service("CycleCount = 7", $"LegacyBatteryInfo = {{\"Flags\"={flags}}}"));
        Assert.Equal((state, power), (mac.ReadBatteries().Single().Snapshot.State, mac.ReadExternalPower()));
    }

    [Fact]
    public void LegacyBatteryInfo_without_an_installed_battery_is_no_battery() =>
        Assert.Empty(MacFixtures.Open(MacFixtures.Service("CycleCount = 7", "LegacyBatteryInfo = {\"Flags\"=1}")).ReadBatteries());

    // Before Mac OS X 10.5: an early MacBook (MIT's knowledge base) and an iBook (mySTEP).
    [Fact]
    public void IOBatteryInfo_is_the_battery_of_a_dump_without_the_service()
    {
        const string Dump = "| | | \"IOBatteryInfo\" = ({\"Capacity\"=3971,\"Amperage\" =18446744073709550895,\"Cycle Count\"=61,\"Current\"=2160, "
            + "\"Voltage\"=11370,\"Flags\"=4,\"AbsoluteMaxCapacity\"=4200})";
        BatterySnapshot battery = MacFixtures.Open(Dump).ReadBatteries().Single().Snapshot;
        Assert.Equal((BatteryState.Discharging, PowerFlow.Discharging), (battery.State, battery.PowerFlow));
        battery.AssertNumber(BatteryField.Current, -0.721);
        battery.AssertNumber(BatteryField.Voltage, 11.37);
        battery.AssertNumber(BatteryField.Charge, 2.16);
        battery.AssertNumber(BatteryField.ChargeFull, 3.971);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 4.2);
        battery.AssertNumber(BatteryField.CycleCount, 61);
    }

    [Fact]
    public void IOBatteryInfo_may_have_flags_above_those_that_are_known()
    {
        const string Dump = "| |   |   |     \"IOBatteryInfo\" = ({\"Capacity\"=1644,\"Amperage\"=932,\"Current\"=1638,\"Voltage\"=16388,\"Flags\"=838860805})";
        var mac = MacFixtures.Open(Dump);
        Assert.Equal((BatteryState.NotCharging, ExternalPower.Online), (mac.ReadBatteries().Single().Snapshot.State, mac.ReadExternalPower()));
    }

    [Theory]
    [InlineData("()")]
    [InlineData("(7)")]
    [InlineData("({\"Flags\"=1})")]
    public void IOBatteryInfo_without_a_battery_is_none(string value) =>
        Assert.Empty(MacFixtures.Open($"| | | \"IOBatteryInfo\" = {value}").ReadBatteries());

    [Fact]
    public void Names_and_serial_number_are_read_from_the_keys_of_each_Mac()
    {
        BatterySnapshot intel = MacFixtures.Snapshot("Manufacturer = \"SMP\"", "DeviceName = \"bq20z451\"", "BatterySerialNumber = \"D86\"");
        Assert.Equal(("SMP", "bq20z451", "D86"), (intel.Text(BatteryField.Vendor), intel.Text(BatteryField.Model), intel.Text(BatteryField.SerialNumber)));
        Assert.Equal("F5D", MacFixtures.Snapshot("Serial = \"F5D\"").Text(BatteryField.SerialNumber));
        Assert.Equal("F8Y", MacFixtures.Snapshot("BatteryData = {\"Serial\"=\"F8Y\"}").Text(BatteryField.SerialNumber));
    }

    [Fact]
    public void CycleCount_and_voltage_are_read_from_BatteryData_if_the_service_lacks_them()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("BatteryData = {\"CycleCount\"=253,\"Voltage\"=12620}");
        battery.AssertNumber(BatteryField.CycleCount, 253);
        battery.AssertNumber(BatteryField.Voltage, 12.62);
        MacFixtures.Snapshot("CycleCount = 254", "BatteryData = {\"CycleCount\"=253}").AssertNumber(BatteryField.CycleCount, 254);
        MacFixtures.Snapshot("CycleCount = 0").AssertUnknown(BatteryField.CycleCount, ValueQuality.ReportedUnknown);
    }

    [Fact]
    public void CapacityLevel_is_critical_or_unknown()
    {
        Assert.Equal(CapacityLevel.Critical, MacFixtures.Snapshot("AtCriticalLevel = Yes").CapacityLevel);
        MacFixtures.Snapshot("AtCriticalLevel = No").AssertUnknown(BatteryField.CapacityLevel, ValueQuality.Missing);
    }

    [Fact]
    public void Decode_leaves_nothing_of_the_reading_before()
    {
        var reading = new RawReading { Name = "InternalBattery-0" };
        SmartBatteryDecoder.Decode(PropertyLists.Of(("ManufactureDate", 15_928), ("DeviceName", "bq20z451")), reading);
        SmartBatteryDecoder.Decode(PropertyLists.Of(("BatteryInstalled", true)), reading);
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.ManufactureYear));
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.ModelName));
    }

    [Fact]
    public void Decode_gives_unknown_for_missing_keys()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("BatteryInstalled = Yes");
        Assert.Equal(
            1UL << (int)BatteryField.Name | 1UL << (int)BatteryField.Kind | 1UL << (int)BatteryField.Scope,
            battery.PresenceMask);
    }

    [Fact]
    public void Decode_gives_unknown_for_implausible_numbers()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "Voltage = 9223372036854775807", "Amperage = -9223372036854775808", "Temperature = 9223372036854775807", "CycleCount = 9223372036854775807",
            "CurrentCapacity = 9223372036854775807", "MaxCapacity = 9223372036854775807", "DesignCapacity = 0", "TimeRemaining = 9223372036854775807",
                "ExternalConnected = No");
        // A thousand times this is 12.000384 V once more than 64 bits have gone.
        MacFixtures.Snapshot("Voltage = 18446744073721552").AssertUnknown(BatteryField.Voltage, ValueQuality.OutOfRange);
        Assert.Equal(BatteryState.Discharging, battery.State);
        Assert.All(
            [BatteryField.Voltage, BatteryField.Current, BatteryField.EnergyRate, BatteryField.Temperature, BatteryField.CycleCount, BatteryField.Charge,
                BatteryField.ChargeFull, BatteryField.Percentage, BatteryField.TimeToEmpty],
            field => Assert.NotEqual(ValueQuality.Known, battery.QualityOf(field)));
    }
}
