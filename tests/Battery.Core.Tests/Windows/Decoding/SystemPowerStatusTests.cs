using Battery.Core.Model;
using Battery.Core.Windows.Decoding;

namespace Battery.Core.Tests.Windows.Decoding;

public class SystemPowerStatusTests
{
    // ACLineStatus of winbase.h: 0 offline, 1 online, 255 unknown status.
    [Theory]
    [InlineData(0, ExternalPower.Offline)]
    [InlineData(1, ExternalPower.Online)]
    [InlineData(2, ExternalPower.Unknown)]
    [InlineData(255, ExternalPower.Unknown)]
    public void Decode_reads_ACLineStatus(byte status, ExternalPower power) =>
        Assert.Equal(power, SystemPowerStatus.Decode([status, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

    // The structure has 12 bytes.
    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Decode_gives_unknown_for_a_buffer_that_is_too_short(int length) =>
        Assert.Equal(ExternalPower.Unknown, SystemPowerStatus.Decode(new byte[length]));
}
