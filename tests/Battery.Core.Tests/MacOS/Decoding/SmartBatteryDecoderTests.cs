using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

/// <summary>Each way in which readers of AppleSmartBattery go wrong.</summary>
public class SmartBatteryDecoderTests
{
    [Theory]
    [InlineData(3141, 4089)]
    [InlineData(3139, 4069)]
    [InlineData(3093, 3609)]
    [InlineData(3058, 3259)]
    [InlineData(3046, 3139)]
    public void Temperature_is_in_tenths_of_a_kelvin(int temperature, int virtualTemperature)
    {
        // The other sensor, in hundredths of a degree, agrees within its resolution.
        double celsius = temperature / 10.0 - 273.15;
        Assert.Equal(virtualTemperature / 100.0, celsius, 0.1);
        MacFixtures.Snapshot($"Temperature = {temperature}").AssertNumber(BatteryField.Temperature, celsius);
        MacFixtures.Snapshot($"Temperature = {temperature}", $"VirtualTemperature = {virtualTemperature}").AssertNumber(BatteryField.Temperature, celsius);
    }

    [Fact]
    public void Temperature_of_the_newest_pack_is_hundredths_of_a_degree()
    {
        string pack = "  +-o AppleSmartBatteryPack  <class AppleSmartBatteryPack, id 0x100000223>\n"
            + "    {\n      \"BatteryData\" = {\"Temperature\"=3359,\"VirtualTemperature\"=3359}\n    }\n";
        MacFixtures.Open(MacFixtures.Service("BatteryInstalled = Yes") + pack).ReadBatteries().Single().Snapshot.AssertNumber(BatteryField.Temperature, 33.59);

        // And should the service's own key follow it.
        MacFixtures.Snapshot("Temperature = 2989", "VirtualTemperature = 2989").AssertNumber(BatteryField.Temperature, 29.89);
    }

    // 3039 is 30.75 degrees in the one unit and 30.39 in the other, which happens to lie nearer to the other sensor.
    [Fact]
    public void Temperature_does_not_depend_on_the_other_sensor_being_near() =>
        MacFixtures.Snapshot("Temperature = 3039", "VirtualTemperature = 2999").AssertNumber(BatteryField.Temperature, 30.75);

    [Fact]
    public void On_Intel_the_capacities_are_mAh_and_the_percentage_is_their_ratio()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("CurrentCapacity = 5761", "MaxCapacity = 6806", "DesignCapacity = 6900", "Voltage = 12500");
        battery.AssertNumber(BatteryField.Percentage, 100 * 5761 / 6806.0);
        battery.AssertNumber(BatteryField.Charge, 5.761);
        battery.AssertNumber(BatteryField.ChargeFull, 6.806);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 6.9);
        battery.AssertNumber(BatteryField.EnergyFull, 6.806 * 12.5);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 6806 / 6900.0);
    }

    [Fact]
    public void Percentage_on_Intel_is_a_ratio_below_100_mAh_too() =>
        MacFixtures.Snapshot("CurrentCapacity = 68", "MaxCapacity = 6806").AssertNumber(BatteryField.Percentage, 100 * 68 / 6806.0);

    [Fact]
    public void On_Apple_silicon_the_capacities_are_percent_and_the_raw_ones_mAh()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 97", "MaxCapacity = 100", "AppleRawCurrentCapacity = 8205", "AppleRawMaxCapacity = 8546", "NominalChargeCapacity = 8786",
                "DesignCapacity = 8579");
        battery.AssertNumber(BatteryField.Percentage, 97);
        battery.AssertNumber(BatteryField.Charge, 8.205);
        battery.AssertNumber(BatteryField.ChargeFull, 8.546);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 8546 / 8579.0);
    }

    [Fact]
    public void Charge_is_unknown_if_only_percent_is_reported()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("CurrentCapacity = 74", "MaxCapacity = 100", "DesignCapacity = 8694", "Voltage = 12600");
        battery.AssertNumber(BatteryField.Percentage, 74);
        battery.AssertUnknown(BatteryField.Charge, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.ChargeFull, ValueQuality.Missing);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.Missing);
    }

    [Fact]
    public void CurrentCapacity_without_MaxCapacity_is_interpreted_by_the_raw_capacity()
    {
        MacFixtures.Snapshot("CurrentCapacity = 80", "AppleRawCurrentCapacity = 6698").AssertNumber(BatteryField.Percentage, 80);
        MacFixtures.Snapshot("CurrentCapacity = 5761").AssertNumber(BatteryField.Charge, 5.761);

        // 80 % or 80 mAh: who knows.
        BatterySnapshot either = MacFixtures.Snapshot("CurrentCapacity = 80");
        either.AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);
        either.AssertUnknown(BatteryField.Charge, ValueQuality.Missing);
    }

    [Fact]
    public void The_newest_layout_has_the_capacities_in_BatteryData_alone()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 54", "MaxCapacity = 100",
            "BatteryData = {\"FullChargeCapacity\"=5793,\"NominalChargeCapacity\"=5937,\"DesignCapacity\"=5760,"
                + "\"RemainingCapacity\"=2994,\"MaxCapacity\"=100,\"CurrentCapacity\"=54}");
        battery.AssertNumber(BatteryField.Percentage, 54);
        battery.AssertNumber(BatteryField.Charge, 2.994);
        battery.AssertNumber(BatteryField.ChargeFull, 5.793);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 5.76);
        battery.AssertNumber(BatteryField.StateOfHealth, 100 * 5793 / 5760.0);
    }

    [Fact]
    public void ChargeFull_is_the_nominal_capacity_if_there_is_no_other() =>
        MacFixtures.Snapshot("BatteryData = {\"DesignCapacity\"=4629,\"NominalChargeCapacity\"=4400}").AssertNumber(BatteryField.ChargeFull, 4.4);

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
    public void ManufactureDate_of_the_service_is_packed()
    {
        MacFixtures.Snapshot("ManufactureDate = 15928").AssertNumber(BatteryField.ManufactureDate, 2011_01_24);
        MacFixtures.Snapshot("ManufactureDate = 61783980128306").AssertUnknown(BatteryField.ManufactureDate, ValueQuality.Missing);
    }

    // 58489706723634 is 0x353232313932, the bytes '291225'. Linux's macsmc-power.c has the same digits and adds 2000 - 8 years.
    [Theory]
    [InlineData("58489706723634", 2021_12_25)]
    [InlineData("61783980128306", 2020_04_18)]
    public void ManufactureDate_of_BatteryData_is_six_digits(string number, double expected) =>
        MacFixtures.Snapshot($"BatteryData = {{\"ManufactureDate\"={number}}}").AssertNumber(BatteryField.ManufactureDate, expected);

    // 15928 is a packed date; '291325' has no such month, '29122:' a character after the digits, and one has a seventh byte.
    [Theory]
    [InlineData("15928", ValueQuality.Missing)]
    [InlineData("0", ValueQuality.Missing)]
    [InlineData("58489723500850", ValueQuality.OutOfRange)]
    [InlineData("63987264862514", ValueQuality.Missing)]
    [InlineData("13569288588835122", ValueQuality.Missing)]
    public void ManufactureDate_of_BatteryData_is_unknown_unless_it_is_a_day(string number, ValueQuality quality) =>
        MacFixtures.Snapshot($"BatteryData = {{\"ManufactureDate\"={number}}}").AssertUnknown(BatteryField.ManufactureDate, quality);

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
