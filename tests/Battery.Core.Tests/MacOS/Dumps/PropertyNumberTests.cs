using Battery.Core.MacOS.Dumps;

namespace Battery.Core.Tests.MacOS.Dumps;

public class PropertyNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("007", 7)]
    [InlineData("-1219", -1219)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", long.MinValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("18446744073709551615", -1)]
    [InlineData("0xfFfFfFfFfFfFfFfF", -1)]
    [InlineData("0x1f", 31)]
    public void TryParse_reads_signed_and_twos_complement_integers(string text, long number)
    {
        Assert.True(PropertyNumber.TryParse(text, out long read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("0x")]
    [InlineData("--5")]
    [InlineData("5 ")]
    [InlineData("1e5")]
    [InlineData("1.5")]
    [InlineData("5f")]
    [InlineData("0xg")]
    [InlineData("١٢")]
    [InlineData("18446744073709551616")]
    [InlineData("99999999999999999999999999")]
    [InlineData("-9223372036854775809")]
    [InlineData("0x10000000000000000")]
    public void TryParse_returns_false_for_anything_else(string text) => Assert.False(PropertyNumber.TryParse(text, out _));
}
