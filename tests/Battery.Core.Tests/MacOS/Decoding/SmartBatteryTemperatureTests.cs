using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

public class SmartBatteryTemperatureTests
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

    // The unit of VirtualTemperature is the same in every place; Temperature's is not known of a pack that has both.
    [Theory]
    [InlineData(33.59, "BatteryData = {\"VirtualTemperature\"=3359,\"Temperature\"=3061}")]
    [InlineData(33.59, "BatteryData = {\"VirtualTemperature\"=3359}")]
    [InlineData(33.61, "BatteryData = {\"Temperature\"=3361}")]
    [InlineData(29.99, "VirtualTemperature = 2999", "BatteryData = {\"VirtualTemperature\"=3359}")]
    public void Temperature_is_of_the_nearest_place_that_has_one(double celsius, params string[] lines) =>
        MacFixtures.Snapshot(lines).AssertNumber(BatteryField.Temperature, celsius);
}
