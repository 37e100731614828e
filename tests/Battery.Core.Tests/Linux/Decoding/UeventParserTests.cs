using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux.Decoding;

public class UeventParserTests
{
    [Fact]
    public void Lines_of_others_are_passed_over()
    {
        RawReading raw = Parse("DEVTYPE=power_supply\nOF_NAME=sbs\nno equals sign\nPOWEROSUPPLY_CAPACITY=1\n=\nPOWER_SUPPLY_CAPACITY=7\n\n");
        Assert.Equal(RawValue.Known(7), raw[SupplyProperty.Capacity]);
    }

    [Fact]
    public void A_value_may_hold_an_equals_sign() => Assert.Equal("a=b", Parse("POWER_SUPPLY_MODEL_NAME=a=b\n").Text(SupplyProperty.ModelName).Text);

    [Fact]
    public void Carriage_returns_and_a_missing_last_newline_do_no_harm() =>
        Assert.Equal(RawValue.Known(40), Parse("POWER_SUPPLY_STATUS=Charging\r\nPOWER_SUPPLY_CAPACITY=40\r")[SupplyProperty.Capacity]);

    [Fact]
    public void The_first_good_value_of_a_key_counts() =>
        Assert.Equal(RawValue.Known(7), Parse("POWER_SUPPLY_CAPACITY=x\nPOWER_SUPPLY_CAPACITY=7\nPOWER_SUPPLY_CAPACITY=8\n")[SupplyProperty.Capacity]);

    [Fact]
    public void Half_a_line_of_a_cut_file_is_left_out()
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse("POWER_SUPPLY_CAPACITY=7\nPOWER_SUPPLY_ENERGY_NOW=12"u8, isWhole: false, raw);
        Assert.True(raw[SupplyProperty.Capacity].IsKnown);
        Assert.False(raw[SupplyProperty.EnergyNow].IsKnown);
    }

    [Theory]
    [InlineData("abc", ValueQuality.Malformed)]
    [InlineData("12.5", ValueQuality.Malformed)]
    [InlineData("99999999999999999999", ValueQuality.Malformed)]
    [InlineData("0x10", ValueQuality.Malformed)]
    [InlineData("12 34", ValueQuality.Malformed)]
    [InlineData("", ValueQuality.ReportedUnknown)]
    public void What_is_no_number_is_no_reading(string text, ValueQuality quality) =>
        Assert.Equal(quality, Parse($"POWER_SUPPLY_ENERGY_FULL={text}\n")[SupplyProperty.EnergyFull].Quality);

    private static RawReading Parse(string text)
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse(Encoding.UTF8.GetBytes(text), isWhole: true, raw);
        return raw;
    }
}
