using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class BatteryManufactureDateTests
{
    private static readonly SupplyProperty[] s_values = [SupplyProperty.ManufactureYear, SupplyProperty.ManufactureMonth, SupplyProperty.ManufactureDay];

    [Fact]
    public void Decode_reads_day_month_and_year()
    {
        RawReading reading = Read();
        Assert.Equal([2021, 2, 3], s_values.Select(property => reading[property].Number));
    }

    [Fact]
    public void Decode_of_a_buffer_that_is_too_short_leaves_nothing_of_the_buffer_before()
    {
        RawReading reading = Read();
        BatteryManufactureDate.Decode(IoctlResponses.Date(3, 2, 2021).AsSpan(..3), reading);
        Assert.All(s_values, property => Assert.Equal(RawValue.Unknown(ValueQuality.Malformed), reading[property]));
    }

    private static RawReading Read()
    {
        var reading = new RawReading { Name = "BAT0" };
        BatteryManufactureDate.Decode(IoctlResponses.Date(3, 2, 2021), reading);
        return reading;
    }
}
