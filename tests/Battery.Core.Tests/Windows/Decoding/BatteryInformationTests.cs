using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class BatteryInformationTests
{
    private static readonly SupplyProperty[] s_values =
        [SupplyProperty.Technology, SupplyProperty.EnergyFull, SupplyProperty.EnergyFullDesign, SupplyProperty.CycleCount];

    [Fact]
    public void Decode_of_a_buffer_that_is_too_short_leaves_nothing_of_the_buffer_before()
    {
        RawReading reading = Read();
        Assert.Null(BatteryInformation.Decode(IoctlResponses.Information().AsSpan(..35), reading));
        Assert.All(s_values, property => Assert.Equal(ValueQuality.Malformed, reading.QualityOf(property)));
    }

    [Fact]
    public void SetUnknown_gives_the_reason_for_each_value()
    {
        RawReading reading = Read();
        BatteryInformation.SetUnknown(reading, ValueQuality.PermissionDenied);
        Assert.All(s_values, property => Assert.Equal(ValueQuality.PermissionDenied, reading.QualityOf(property)));
    }

    private static RawReading Read()
    {
        var reading = new RawReading { Name = "BAT0" };
        Assert.NotNull(BatteryInformation.Decode(IoctlResponses.Information(), reading));
        Assert.All(s_values, property => Assert.Equal(ValueQuality.Known, reading.QualityOf(property)));
        return reading;
    }
}
