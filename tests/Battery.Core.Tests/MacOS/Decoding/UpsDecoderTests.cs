using Battery.Core.MacOS.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Tests.MacOS.Decoding;

public class UpsDecoderTests
{
    // IOPSKeys.h of kIOPSIsChargedKey: 'A battery with capacity >= 95% and not charging, is defined as charged.'
    [Theory]
    [InlineData(94, BatteryState.NotCharging)]
    [InlineData(95, BatteryState.Full)]
    [InlineData(96, BatteryState.Full)]
    public void State_of_a_UPS_that_reports_no_flag_is_full_from_95_percent_on(int percent, BatteryState state) =>
        Assert.Equal(state, State(("Power Source State", "AC Power"), ("Is Charging", false), ("Current Capacity", percent), ("Max Capacity", 100)));

    [Fact]
    public void State_of_a_UPS_without_a_percentage_or_a_flag_is_not_full() =>
        Assert.Equal(BatteryState.NotCharging, State(("Power Source State", "AC Power"), ("Is Charging", false)));

    [Fact]
    public void State_of_a_UPS_that_powers_the_Mac_is_discharging() =>
        Assert.Equal(BatteryState.Discharging, State(("Power Source State", "Battery Power"), ("Current Capacity", 100), ("Max Capacity", 100)));

    // kIOPSOffLineValue of IOPSKeys.h.
    [Fact]
    public void State_of_a_UPS_that_is_off_line_is_unknown() =>
        Assert.Equal(BatteryState.Unknown, State(("Power Source State", "Off Line"), ("Current Capacity", 50), ("Max Capacity", 100)));

    [Theory]
    [InlineData("H1", "A1", "H1")]
    [InlineData("H1", null, "H1")]
    [InlineData(null, "A1", "A1")]
    [InlineData(null, null, null)]
    public void Serial_number_is_the_hardware_one_or_else_the_accessory_identifier(string? hardware, string? accessory, string? expected)
    {
        List<(string, object)> entries = [("Type", "UPS")];
        if (hardware is not null)
        {
            entries.Add(("Hardware Serial Number", hardware));
        }

        if (accessory is not null)
        {
            entries.Add(("Accessory Identifier", accessory));
        }

        Assert.Equal(expected, Decode([.. entries]).Text(SupplyProperty.SerialNumber).Text);
    }

    [Fact]
    public void Decode_leaves_nothing_of_the_reading_before()
    {
        RawReading reading = Decode(("Name", "CP1300EPFCLCD"), ("Hardware Serial Number", "H1"));
        Assert.Equal("CP1300EPFCLCD", reading.Text(SupplyProperty.ModelName).Text);
        UpsDecoder.Decode(PropertyLists.Of(("Type", "UPS")), reading);
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.ModelName));
        Assert.Equal(ValueQuality.Missing, reading.QualityOf(SupplyProperty.SerialNumber));
    }

    private static BatteryState State(params (string, object)[] entries) => (BatteryState)StateRule.State(Decode(entries)).Number;

    private static RawReading Decode(params (string, object)[] entries)
    {
        var reading = new RawReading { Name = "UPS-0" };
        UpsDecoder.Decode(PropertyLists.Of(entries), reading);
        return reading;
    }
}
