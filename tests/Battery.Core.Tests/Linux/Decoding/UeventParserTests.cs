using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux.Decoding;

public class UeventParserTests
{
    [Fact]
    public void Parse_skips_other_lines()
    {
        RawReading raw = Parse("DEVTYPE=power_supply\nOF_NAME=sbs\nno equals sign\nPOWEROSUPPLY_CAPACITY=1\n=\nPOWER_SUPPLY_CAPACITY=7\n\n");
        Assert.Equal(RawValue.Known(7), raw[SupplyProperty.Capacity]);
    }

    [Fact]
    public void Parse_accepts_an_equals_sign_in_a_value() => Assert.Equal("a=b", Parse("POWER_SUPPLY_MODEL_NAME=a=b\n").Text(SupplyProperty.ModelName).Text);

    [Fact]
    public void Parse_accepts_carriage_returns_and_a_missing_last_newline() =>
        Assert.Equal(RawValue.Known(40), Parse("POWER_SUPPLY_STATUS=Charging\r\nPOWER_SUPPLY_CAPACITY=40\r")[SupplyProperty.Capacity]);

    [Fact]
    public void Parse_takes_the_first_valid_value_of_a_key() =>
        Assert.Equal(RawValue.Known(7), Parse("POWER_SUPPLY_CAPACITY=x\nPOWER_SUPPLY_CAPACITY=7\nPOWER_SUPPLY_CAPACITY=8\n")[SupplyProperty.Capacity]);

    [Fact]
    public void Parse_skips_the_last_line_of_a_truncated_file()
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse("POWER_SUPPLY_CAPACITY=7\nPOWER_SUPPLY_ENERGY_NOW=12"u8, isWhole: false, raw);
        Assert.True(raw[SupplyProperty.Capacity].IsKnown);
        Assert.False(raw[SupplyProperty.EnergyNow].IsKnown);
    }

    [Fact]
    public void Parse_reads_what_follows_an_empty_line_of_a_truncated_file()
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse("\nPOWER_SUPPLY_CAPACITY=7\n"u8, isWhole: false, raw);
        Assert.Equal(RawValue.Known(7), raw[SupplyProperty.Capacity]);
    }

    [Theory]
    [InlineData("abc", ValueQuality.Malformed)]
    [InlineData("12.5", ValueQuality.Malformed)]
    [InlineData("99999999999999999999", ValueQuality.Malformed)]
    [InlineData("0x10", ValueQuality.Malformed)]
    [InlineData("12 34", ValueQuality.Malformed)]
    [InlineData("", ValueQuality.ReportedUnknown)]
    public void Parse_makes_an_invalid_number_unknown(string text, ValueQuality quality) =>
        Assert.Equal(quality, Parse($"POWER_SUPPLY_ENERGY_FULL={text}\n")[SupplyProperty.EnergyFull].Quality);

    private static RawReading Parse(string text)
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse(Encoding.UTF8.GetBytes(text), isWhole: true, raw);
        return raw;
    }
}
