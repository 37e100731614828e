using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux.Decoding;

public class UeventLayoutTests
{
    private readonly UeventLayout _layout = new();

    [Fact]
    public void Parse_finds_the_values_of_a_text_in_another_order()
    {
        Parse("POWER_SUPPLY_CAPACITY=7\nPOWER_SUPPLY_CYCLE_COUNT=12\n");
        RawReading raw = Parse("POWER_SUPPLY_CYCLE_COUNT=13\nPOWER_SUPPLY_CAPACITY=8\n");
        Assert.Equal((13, 8), (raw[SupplyProperty.CycleCount].Number, raw[SupplyProperty.Capacity].Number));
    }

    [Fact]
    public void Parse_does_not_take_a_longer_key_for_the_remembered_one()
    {
        Parse("POWER_SUPPLY_CHARGE_FULL=100\n");
        RawReading raw = Parse("POWER_SUPPLY_CHARGE_FULL_DESIGN=200\n");
        Assert.Equal(ValueQuality.Missing, raw[SupplyProperty.ChargeFull].Quality);
        Assert.Equal(200, raw[SupplyProperty.ChargeFullDesign].Number);
    }

    [Fact]
    public void Parse_finds_a_value_after_more_lines_than_are_remembered()
    {
        string text = string.Concat(Enumerable.Repeat("OF_COMPATIBLE=x\n", 100)) + "POWER_SUPPLY_CAPACITY=7\n";
        Parse(text);
        Assert.Equal(7, Parse(text)[SupplyProperty.Capacity].Number);
    }

    [Fact]
    public void Find_returns_the_remembered_name_of_the_same_line()
    {
        PropertyName? first = _layout.Find(3, "POWER_SUPPLY_CAPACITY=7"u8);
        Assert.Same(first, _layout.Find(3, "POWER_SUPPLY_CAPACITY=8"u8));
        Assert.Equal(SupplyProperty.Capacity, first?.Property);
        Assert.Null(_layout.Find(3, "DEVTYPE=power_supply"u8));
    }

    private RawReading Parse(string text)
    {
        var raw = new RawReading { Name = "BAT0" };
        UeventParser.Parse(Encoding.UTF8.GetBytes(text), isWhole: true, raw, _layout);
        return raw;
    }
}
