using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;

namespace Battery.Core.Tests.MacOS.Decoding;

public class SmartBatteryUnitsTests
{
    // Two's complement of 16 and of 32 bits, at the numbers where the sign changes and where the register ends.
    [Theory]
    [InlineData(0x7FFF, 32_767)]
    [InlineData(0x8000, -32_768)]
    [InlineData(0xFFFF, -1)]
    [InlineData(0x1_0000, 65_536)]
    [InlineData(0x7FFF_FFFF, 2_147_483_647)]
    [InlineData(0x8000_0000, -2_147_483_648)]
    [InlineData(0xFFFF_FFFF, -1)]
    [InlineData(0x1_0000_0000, 4_294_967_296)]
    [InlineData(-1219, -1219)]
    public void MicroSigned_restores_the_sign_of_a_register(long register, long milli) =>
        Assert.Equal(milli * 1000, SmartBatteryUnits.MicroSigned(register).Number);

    // Far beyond any battery: 10^12 mV are a billion volts.
    [Theory]
    [InlineData(999_999_999_999, ValueQuality.Known)]
    [InlineData(1_000_000_000_000, ValueQuality.OutOfRange)]
    [InlineData(long.MaxValue, ValueQuality.OutOfRange)]
    [InlineData(-999_999_999_999, ValueQuality.Known)]
    [InlineData(-1_000_000_000_000, ValueQuality.OutOfRange)]
    [InlineData(long.MinValue, ValueQuality.OutOfRange)]
    public void Micro_is_out_of_range_before_it_overflows(long milli, ValueQuality quality) =>
        Assert.Equal(quality, SmartBatteryUnits.Micro(milli).Quality);
}
