using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class BatteryTemperatureTests
{
    // 9999 is 999.9 K in tenths, and 10 000 is 10 K in thousandths: neither is the temperature of a battery.
    [Theory]
    [InlineData(9999, 72_675)]
    [InlineData(10_000, -26_315)]
    public void Decode_counts_in_thousandths_of_a_kelvin_from_10000_on(uint number, long hundredths) =>
        Assert.Equal(RawValue.Known(hundredths), BatteryTemperature.Decode(IoctlResponses.Number(number)));
}
