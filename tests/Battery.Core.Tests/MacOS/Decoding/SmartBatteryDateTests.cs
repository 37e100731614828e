using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

public class SmartBatteryDateTests
{
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

    // 15928 is a packed date; '291325' has no such month, '29122:' a character after the digits, one has a seventh byte, and one a sign.
    [Theory]
    [InlineData("15928", ValueQuality.Missing)]
    [InlineData("0", ValueQuality.Missing)]
    [InlineData("58489723500850", ValueQuality.OutOfRange)]
    [InlineData("63987264862514", ValueQuality.Missing)]
    [InlineData("13569288588835122", ValueQuality.Missing)]
    [InlineData("-58489706723634", ValueQuality.Missing)]
    public void ManufactureDate_of_BatteryData_is_unknown_unless_it_is_a_day(string number, ValueQuality quality) =>
        MacFixtures.Snapshot($"BatteryData = {{\"ManufactureDate\"={number}}}").AssertUnknown(BatteryField.ManufactureDate, quality);
}
