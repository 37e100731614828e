using System.Text;
using Battery.Core.Linux.Decoding;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Tests.Linux.Decoding;

/// <summary>The words of drivers/power/supply/power_supply_sysfs.c, and those that Android's kernels add.</summary>
public class SysfsEnumParserTests
{
    [Theory]
    [InlineData("Critical", CapacityLevel.Critical)]
    [InlineData("Low", CapacityLevel.Low)]
    [InlineData("Normal", CapacityLevel.Normal)]
    [InlineData("High", CapacityLevel.High)]
    [InlineData("Full", CapacityLevel.Full)]
    public void CapacityLevel_is_the_word_of_the_kernel(string word, CapacityLevel level) =>
        Assert.Equal(RawValue.Known((int)level), SysfsEnumParser.CapacityLevel(Encoding.ASCII.GetBytes(word)));

    [Theory]
    [InlineData("C PD PD_PPS", ValueQuality.Malformed)]
    [InlineData("C [PD", ValueQuality.Malformed)]
    [InlineData("", ValueQuality.ReportedUnknown)]
    [InlineData("[Unknown] SDP PD", ValueQuality.ReportedUnknown)]
    public void UsbType_is_unknown_without_an_active_word(string types, ValueQuality quality) =>
        Assert.Equal(quality, SysfsEnumParser.UsbType(Encoding.ASCII.GetBytes(types)).Quality);

    [Theory]
    [InlineData("Good", BatteryCondition.Good)]
    [InlineData("Overheat", BatteryCondition.Overheat)]
    [InlineData("Dead", BatteryCondition.Dead)]
    [InlineData("Over voltage", BatteryCondition.OverVoltage)]
    [InlineData("Under voltage", BatteryCondition.UnderVoltage)]
    [InlineData("Unspecified failure", BatteryCondition.UnspecifiedFailure)]
    [InlineData("Cold", BatteryCondition.Cold)]
    [InlineData("Watchdog timer expire", BatteryCondition.WatchdogTimerExpire)]
    [InlineData("Safety timer expire", BatteryCondition.SafetyTimerExpire)]
    [InlineData("Over current", BatteryCondition.OverCurrent)]
    [InlineData("Calibration required", BatteryCondition.CalibrationRequired)]
    [InlineData("Warm", BatteryCondition.Warm)]
    [InlineData("Cool", BatteryCondition.Cool)]
    [InlineData("Hot", BatteryCondition.Hot)]
    [InlineData("No battery", BatteryCondition.NoBattery)]
    [InlineData("Blown fuse", BatteryCondition.BlownFuse)]
    [InlineData("Cell imbalance", BatteryCondition.CellImbalance)]
    public void Condition_is_the_word_of_the_kernel(string word, BatteryCondition condition) =>
        Assert.Equal(RawValue.Known((int)condition), SysfsEnumParser.Condition(Encoding.ASCII.GetBytes(word)));

    [Theory]
    [InlineData("Battery", SupplyType.Battery)]
    [InlineData("UPS", SupplyType.Ups)]
    [InlineData("Mains", SupplyType.Mains)]
    [InlineData("BrickID", SupplyType.Mains)]
    [InlineData("Wireless", SupplyType.Wireless)]
    [InlineData("Wipower", SupplyType.Wireless)]
    [InlineData("USB", SupplyType.Usb)]
    [InlineData("USB_DCP", SupplyType.Usb)]
    [InlineData("USB_C", SupplyType.UsbC)]
    [InlineData("USB_PD", SupplyType.UsbPd)]
    [InlineData("USB_PD_DRP", SupplyType.UsbPd)]
    [InlineData("Unknown", SupplyType.Other)]
    [InlineData("BMS", SupplyType.Other)]
    public void Type_is_the_word_of_the_kernel(string word, object type) =>
        Assert.Equal(RawValue.Known((int)(SupplyType)type), SysfsEnumParser.Type(Encoding.ASCII.GetBytes(word)));

    [Theory]
    [InlineData("Other")]
    [InlineData("9")]
    public void A_word_that_is_not_known_is_malformed(string word)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(word);
        var malformed = RawValue.Unknown(ValueQuality.Malformed);
        Assert.Equal((malformed, malformed), (SysfsEnumParser.CapacityLevel(bytes), SysfsEnumParser.Condition(bytes)));
        Assert.Equal((malformed, malformed), (SysfsEnumParser.Status(bytes), SysfsEnumParser.Scope(bytes)));
        Assert.Equal(malformed, ChargeControlParser.ChargeBehavior(bytes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Unknown")]
    public void The_word_unknown_is_unknown(string word) =>
        Assert.Equal(RawValue.Unknown(ValueQuality.ReportedUnknown), SysfsEnumParser.CapacityLevel(Encoding.ASCII.GetBytes(word)));

    // Brackets without a word, or without an end, name nothing.
    [Theory]
    [InlineData("[auto] inhibit-charge", ChargeBehavior.Auto)]
    [InlineData("auto [force-discharge]", ChargeBehavior.ForceDischarge)]
    [InlineData("auto", ChargeBehavior.Auto)]
    [InlineData("auto]", ChargeBehavior.Unknown)]
    [InlineData("[auto", ChargeBehavior.Unknown)]
    [InlineData("[] auto", ChargeBehavior.Unknown)]
    public void ChargeBehavior_is_the_word_in_brackets(string text, ChargeBehavior behavior) =>
        Assert.Equal((int)behavior, ChargeControlParser.ChargeBehavior(Encoding.ASCII.GetBytes(text)).Number);

    [Theory]
    [InlineData("Fast [Standard] Fast", ChargeTypes.Fast | ChargeTypes.Standard, ValueQuality.Known)]
    [InlineData("[Other]", ChargeTypes.Unknown, ValueQuality.Malformed)]
    public void Available_charge_types_are_the_words_that_are_known(string text, ChargeTypes types, ValueQuality quality)
    {
        var reading = new RawReading { Name = "BAT0" };
        ChargeControlParser.ParseChargeTypes(Encoding.ASCII.GetBytes(text), reading);
        Assert.Equal(((long)types, quality), (reading[SupplyProperty.AvailableChargeTypes].Number, reading[SupplyProperty.AvailableChargeTypes].Quality));
    }

    [Theory]
    [InlineData(" \t\n 300 \0", 3000)]
    [InlineData("-5", -50)]
    [InlineData("922337203685477579", 9223372036854775790)]
    [InlineData("922337203685477580", 922337203685477580)]
    [InlineData("-922337203685477579", -9223372036854775790)]
    [InlineData("-922337203685477580", -922337203685477580)]
    public void Temperature_is_in_hundredths_unless_that_would_overflow(string text, long hundredths)
    {
        var reading = new RawReading { Name = "BAT0" };
        PropertyParser.Parse(SupplyProperty.Temperature, Encoding.ASCII.GetBytes(text), reading);
        Assert.Equal(RawValue.Known(hundredths), reading[SupplyProperty.Temperature]);
    }
}
