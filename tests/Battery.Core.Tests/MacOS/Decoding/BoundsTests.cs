using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.MacOS.Decoding;

/// <summary>Numbers of a Mac at the bounds of their forms, and keys beside each other.</summary>
public class BoundsTests
{
    // Registers of 16 and 32 bits that were read without a sign.
    [Theory]
    [InlineData(32_767, 32_767)]
    [InlineData(32_768, -32_768)]
    [InlineData(65_535, -1)]
    [InlineData(65_536, 65_536)]
    [InlineData(2_147_483_647, 2_147_483_647)]
    [InlineData(2_147_483_648, -2_147_483_648)]
    [InlineData(4_294_967_295, -1)]
    [InlineData(4_294_967_296, 4_294_967_296)]
    public void MicroSigned_restores_the_sign(long milliamperes, long expected) =>
        Assert.Equal(RawValue.Known(expected * 1000), SmartBatteryUnits.MicroSigned(milliamperes));

    [Theory]
    [InlineData(999_999_999_999, true)]
    [InlineData(1_000_000_000_000, false)]
    [InlineData(-999_999_999_999, true)]
    [InlineData(-1_000_000_000_000, false)]
    public void Times_gives_a_number_that_can_be_multiplied(long number, bool isKnown) =>
        Assert.Equal(isKnown ? RawValue.Known(number * 1000) : RawValue.Unknown(ValueQuality.OutOfRange), SmartBatteryUnits.Times(number, 1000));

    [Theory]
    [InlineData(null, 0, null)]
    [InlineData(0, 80, null)]
    [InlineData(100, 80, 80.0)]
    [InlineData(101, 80, 100 * 80 / 101.0)]
    public void Percentage_is_CurrentCapacity_if_MaxCapacity_is_at_most_100(int? max, int current, double? percentage)
    {
        string[] lines = [.. max is null ? Array.Empty<string>() : [$"MaxCapacity = {max}"], $"CurrentCapacity = {current}", "BatteryInstalled = Yes"];
        BatterySnapshot battery = MacFixtures.Snapshot(lines);
        Assert.Equal(percentage ?? double.NaN, battery.Number(BatteryField.Percentage), 6);
    }

    // Beside the raw capacity, a CurrentCapacity of 0 is a percentage.
    [Fact]
    public void Percentage_of_0_is_known_beside_a_raw_capacity() =>
        MacFixtures.Snapshot("CurrentCapacity = 0", "AppleRawCurrentCapacity = 12", "AppleRawMaxCapacity = 5000", "ExternalConnected = No", "Voltage = 10000")
            .AssertNumber(BatteryField.Percentage, 0);

    // On Intel both keys count in mAh; the raw ones are the gauge's own.
    [Fact]
    public void Charge_on_Intel_is_that_of_the_displayed_capacities()
    {
        BatterySnapshot battery = MacFixtures.Snapshot(
            "CurrentCapacity = 4000", "MaxCapacity = 5000", "AppleRawCurrentCapacity = 3900", "AppleRawMaxCapacity = 5100");
        battery.AssertNumber(BatteryField.Charge, 4);
        battery.AssertNumber(BatteryField.ChargeFull, 5);
    }

    [Fact]
    public void Charge_on_Intel_is_that_of_the_gauge_if_the_displayed_capacity_is_missing()
    {
        BatterySnapshot battery = MacFixtures.Snapshot("CurrentCapacity = 4000", "AppleRawMaxCapacity = 5100");
        battery.AssertNumber(BatteryField.Charge, 4);
        battery.AssertNumber(BatteryField.ChargeFull, 5.1);
        MacFixtures.Snapshot("MaxCapacity = 5000", "AppleRawCurrentCapacity = 3900").AssertNumber(BatteryField.Charge, 3.9);
    }

    // Of the pack, the first gauge that reports one; in hundredths of a degree.
    [Theory]
    [InlineData("{\"VirtualTemperature\"=3100,\"Temperature\"=3200}", 31)]
    [InlineData("{\"Temperature\"=3200}", 32)]
    public void Temperature_of_BatteryData_is_the_virtual_one_if_there_is_one(string data, double degrees) =>
        MacFixtures.Snapshot($"BatteryData = {data}").AssertNumber(BatteryField.Temperature, degrees);

    [Fact]
    public void Temperature_of_the_service_comes_before_that_of_BatteryData() =>
        MacFixtures.Snapshot("VirtualTemperature = 3000", "BatteryData = {\"VirtualTemperature\"=3100}").AssertNumber(BatteryField.Temperature, 30);

    [Fact]
    public void The_adapter_has_its_name_before_its_description() =>
        Assert.Equal("61W USB-C Power Adapter", Assert.Single(MacFixtures.Open(MacFixtures.Service(
            "ExternalConnected = Yes", "AdapterDetails = {\"Description\"=\"pd charger\",\"Name\"=\"61W USB-C Power Adapter\"}"))
            .Read(Core.Sources.SupplyScopes.AdapterDetails).Adapters).Name);

    [Theory]
    [InlineData("Battery Power", 95L, BatteryState.Discharging)]
    [InlineData("AC Power", 95L, BatteryState.Full)]
    [InlineData("AC Power", 94L, BatteryState.NotCharging)]
    [InlineData("Off Line", 50L, BatteryState.Unknown)]
    public void State_of_a_UPS_is_full_from_95_percent_on_external_power(string state, long percentage, BatteryState expected)
    {
        RawReading reading = Ups(state, percentage);
        Assert.Equal((double)(int)expected, Core.Rules.StateRule.State(reading).Number);
        Assert.Equal("1", reading.Text(SupplyProperty.SerialNumber).Text);
        Assert.Equal(ValueQuality.Missing, reading[SupplyProperty.VoltageNow].Quality);
    }

    private static RawReading Ups(string state, long percentage)
    {
        var reading = new RawReading { Name = "UPS-0" };
        reading[SupplyProperty.VoltageNow] = RawValue.Known(12_000_000);
        UpsDecoder.Decode(
            new(new Dictionary<string, PropertyValue>
            {
                ["Power Source State"] = new PropertyScalar<string>(state),
                ["Is Charging"] = new PropertyScalar<bool>(false),
                ["Current Capacity"] = new PropertyScalar<long>(percentage),
                ["Max Capacity"] = new PropertyScalar<long>(100),
                ["Hardware Serial Number"] = new PropertyScalar<string>("1"),
                ["Accessory Identifier"] = new PropertyScalar<string>("2"),
            }),
            reading);
        return reading;
    }
}
