using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class WearRulesTests
{
    [Theory]
    [InlineData("0", ValueQuality.ReportedUnknown)]
    [InlineData("-1", ValueQuality.ReportedUnknown)]
    [InlineData("65535", ValueQuality.OutOfRange)]
    public void CycleCount_is_unknown_for_values_that_mean_unknown(string cycles, ValueQuality quality) =>
        UeventBuilder.Snapshot($"CYCLE_COUNT={cycles}").AssertUnknown(BatteryField.CycleCount, quality);

    [Fact]
    public void CycleCount_is_known_from_1() => UeventBuilder.Snapshot("CYCLE_COUNT=1").AssertNumber(BatteryField.CycleCount, 1);

    [Theory]
    [InlineData("254", 25.4)]
    [InlineData("-55", -5.5)]
    [InlineData("0", 0)]
    public void Temperature_is_in_tenths_of_a_degree(string tenths, double expected) =>
        UeventBuilder.Snapshot($"TEMP={tenths}").AssertNumber(BatteryField.Temperature, expected);

    [Theory]
    [InlineData("-2731")]
    [InlineData("2981")]
    public void Temperature_is_unknown_if_it_is_implausible(string tenths) =>
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
    public void Threshold_is_unknown_outside_0_to_100() =>
        UeventBuilder.Snapshot("CHARGE_CONTROL_END_THRESHOLD=255").AssertUnknown(BatteryField.ChargeEndThreshold, ValueQuality.OutOfRange);

    [Fact]
    public void ManufactureDate_is_known_if_all_parts_are() =>
        UeventBuilder.Snapshot("MANUFACTURE_YEAR=2021\nMANUFACTURE_MONTH=3\nMANUFACTURE_DAY=14").AssertNumber(BatteryField.ManufactureDate, 20210314);

    [Theory]
    [InlineData(1980, 1, 1)]
    [InlineData(2107, 12, 31)]
    [InlineData(2024, 2, 29)]
    public void ManufactureDate_is_known_from_1980_to_2107(int year, int month, int day) =>
        UeventBuilder.Snapshot($"MANUFACTURE_YEAR={year}\nMANUFACTURE_MONTH={month}\nMANUFACTURE_DAY={day}")
            .AssertNumber(BatteryField.ManufactureDate, (year * 10_000) + (month * 100) + day);

    [Theory]
    [InlineData("x", "3", "14")]
    [InlineData("2021", "x", "14")]
    [InlineData("2021", "3", "x")]
    public void ManufactureDate_is_unknown_for_the_reason_for_which_a_part_is(string year, string month, string day) =>
        UeventBuilder.Snapshot($"MANUFACTURE_YEAR={year}\nMANUFACTURE_MONTH={month}\nMANUFACTURE_DAY={day}").AssertUnknown(BatteryField.ManufactureDate,
            ValueQuality.Malformed);

    [Theory]
    [InlineData("1980", "0", "0")]
    [InlineData("2021", "2", "29")]
    [InlineData("2021", "1", "0")]
    [InlineData("2021", "1", "32")]
    [InlineData("2021", "13", "1")]
    [InlineData("1979", "12", "31")]
    [InlineData("2108", "1", "1")]
    public void ManufactureDate_is_unknown_for_an_invalid_day(string year, string month, string day) =>
        UeventBuilder.Snapshot($"MANUFACTURE_YEAR={year}\nMANUFACTURE_MONTH={month}\nMANUFACTURE_DAY={day}").AssertUnknown(BatteryField.ManufactureDate,
            ValueQuality.OutOfRange);

    [Fact]
    public void ManufactureDate_is_unknown_if_a_part_is_missing() =>
        UeventBuilder.Snapshot("MANUFACTURE_YEAR=2021\nMANUFACTURE_MONTH=3").AssertUnknown(BatteryField.ManufactureDate, ValueQuality.Missing);

    private const string DeadPack = "CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=2296000\nPOWER_NOW=0";

    // omarchy 7803: 2.3 of 15.4 V, 0 %, no power.
    [Theory]
    [InlineData(DeadPack, BatteryCondition.Dead)]
    [InlineData("CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=2296000", BatteryCondition.Dead)]
    [InlineData("CAPACITY=5\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=2296000\nPOWER_NOW=0", BatteryCondition.Dead)]
    [InlineData("HEALTH=Good\n" + DeadPack, BatteryCondition.Dead)]
    [InlineData("HEALTH=Cold\n" + DeadPack, BatteryCondition.Cold)]
    [InlineData("CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=7710000\nPOWER_NOW=0", BatteryCondition.Dead)]
    [InlineData("CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=7720000\nPOWER_NOW=0", BatteryCondition.Unknown)]
    [InlineData("CAPACITY=0\nVOLTAGE_NOW=2296000\nPOWER_NOW=0", BatteryCondition.Unknown)]
    [InlineData("CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nPOWER_NOW=0", BatteryCondition.Unknown)]
    [InlineData("CAPACITY=0\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=2296000\nPOWER_NOW=500000", BatteryCondition.Unknown)]
    [InlineData("CAPACITY=40\nVOLTAGE_MIN_DESIGN=15440000\nVOLTAGE_NOW=3860000\nPOWER_NOW=0", BatteryCondition.Unknown)]
    public void Condition_is_dead_if_the_voltage_is_far_below_what_the_design_works_at(string lines, BatteryCondition condition) =>
        Assert.Equal((double)condition, UeventBuilder.Snapshot(lines).Code(BatteryField.Condition));

    [Theory]
    [InlineData("87500", 87.5)]
    [InlineData("1", 0.001)]
    public void InternalResistance_is_in_microohms(string microohms, double expected) =>
        UeventBuilder.Snapshot($"INTERNAL_RESISTANCE={microohms}").AssertNumber(BatteryField.InternalResistance, expected);

    [Theory]
    [InlineData("0", ValueQuality.OutOfRange)]
    [InlineData("-87500", ValueQuality.OutOfRange)]
    [InlineData("10000001", ValueQuality.OutOfRange)]
    [InlineData("-1", ValueQuality.ReportedUnknown)]
    [InlineData("2147483647", ValueQuality.ReportedUnknown)]
    public void InternalResistance_is_unknown_if_it_is_implausible(string microohms, ValueQuality quality) =>
        UeventBuilder.Snapshot($"INTERNAL_RESISTANCE={microohms}").AssertUnknown(BatteryField.InternalResistance, quality);
}
