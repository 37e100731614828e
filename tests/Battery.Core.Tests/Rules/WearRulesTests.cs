using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class WearRulesTests
{
    [Theory]
    [InlineData("0", ValueQuality.ReportedUnknown)]
    [InlineData("-1", ValueQuality.ReportedUnknown)]
    [InlineData("65535", ValueQuality.OutOfRange)]
    public void Cycles_that_a_driver_makes_up_are_unknown(string cycles, ValueQuality quality) =>
        UeventBuilder.Snapshot($"CYCLE_COUNT={cycles}").AssertUnknown(BatteryField.CycleCount, quality);

    [Fact]
    public void Cycles_count_from_1() => UeventBuilder.Snapshot("CYCLE_COUNT=1").AssertNumber(BatteryField.CycleCount, 1);

    [Theory]
    [InlineData("254", 25.4)]
    [InlineData("-55", -5.5)]
    [InlineData("0", 0)]
    public void Temperature_is_in_tenths_of_a_degree(string tenths, double expected) =>
        UeventBuilder.Snapshot($"TEMP={tenths}").AssertNumber(BatteryField.Temperature, expected);

    [Theory]
    [InlineData("-2731")]
    [InlineData("2981")]
    public void A_temperature_that_melts_or_freezes_is_refused(string tenths) =>
        UeventBuilder.Snapshot($"TEMP={tenths}").AssertUnknown(BatteryField.Temperature, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("75", "80", 75, 80)]
    [InlineData("0", "100", 0, 100)]
    public void Thresholds_are_percentages(string start, string end, double expectedStart, double expectedEnd)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"CHARGE_CONTROL_START_THRESHOLD={start}\nCHARGE_CONTROL_END_THRESHOLD={end}");
        battery.AssertNumber(BatteryField.ChargeStartThreshold, expectedStart);
        battery.AssertNumber(BatteryField.ChargeEndThreshold, expectedEnd);
    }

    [Fact]
    public void A_threshold_outside_0_to_100_is_refused() =>
        UeventBuilder.Snapshot("CHARGE_CONTROL_END_THRESHOLD=255").AssertUnknown(BatteryField.ChargeEndThreshold, ValueQuality.OutOfRange);

    [Fact]
    public void A_whole_date_is_known() =>
        UeventBuilder.Snapshot("MANUFACTURE_YEAR=2021\nMANUFACTURE_MONTH=3\nMANUFACTURE_DAY=14").AssertNumber(BatteryField.ManufactureDate, 20210314);

    [Theory]
    [InlineData("1980", "0", "0")]
    [InlineData("2021", "2", "29")]
    [InlineData("1979", "1", "1")]
    public void A_day_that_is_in_no_calendar_is_refused(string year, string month, string day) =>
        UeventBuilder.Snapshot($"MANUFACTURE_YEAR={year}\nMANUFACTURE_MONTH={month}\nMANUFACTURE_DAY={day}").AssertUnknown(BatteryField.ManufactureDate, ValueQuality.OutOfRange);

    [Fact]
    public void Half_a_date_is_none() =>
        UeventBuilder.Snapshot("MANUFACTURE_YEAR=2021\nMANUFACTURE_MONTH=3").AssertUnknown(BatteryField.ManufactureDate, ValueQuality.Missing);
}
