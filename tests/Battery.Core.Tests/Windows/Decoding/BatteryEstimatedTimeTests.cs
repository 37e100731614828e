using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class BatteryEstimatedTimeTests
{
    // Four bytes, the lowest first: 0x000020D0 is 8400.
    [Fact]
    public void Decode_reads_seconds() => Assert.Equal(RawValue.Known(8400), BatteryEstimatedTime.Decode([0xD0, 0x20, 0, 0]));

    [Fact]
    public void Decode_gives_unknown_for_BATTERY_UNKNOWN_TIME() =>
        Assert.Equal(RawValue.Unknown(ValueQuality.ReportedUnknown), BatteryEstimatedTime.Decode([0xFF, 0xFF, 0xFF, 0xFF]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Decode_gives_malformed_for_a_buffer_that_is_too_short(int length) =>
        Assert.Equal(RawValue.Unknown(ValueQuality.Malformed), BatteryEstimatedTime.Decode(new byte[length]));
}
