using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class PercentageRuleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(103, 100)]
    [InlineData(125, 100)]
    public void Capacity_is_what_the_system_shows_clamped_to_100(int capacity, double expected) =>
        UeventBuilder.Snapshot($"CAPACITY={capacity}\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.Percentage, expected);

    [Theory]
    [InlineData("255")]
    [InlineData("1536")]
    [InlineData("-1")]
    [InlineData("abc")]
    public void A_capacity_that_cannot_be_is_replaced_by_the_ratio(string capacity) =>
        UeventBuilder.Snapshot($"CAPACITY={capacity}\nENERGY_NOW=20000000\nENERGY_FULL=40000000").AssertNumber(BatteryField.Percentage, 50);

    [Fact]
    public void A_capacity_that_cannot_be_is_unknown_where_there_is_no_ratio() =>
        UeventBuilder.Snapshot("CAPACITY=255\nVOLTAGE_NOW=12000000").AssertUnknown(BatteryField.Percentage, ValueQuality.OutOfRange);

    [Fact]
    public void The_ratio_is_clamped_to_100() =>
        UeventBuilder.Snapshot("ENERGY_NOW=44000000\nENERGY_FULL=40000000").AssertNumber(BatteryField.Percentage, 100);

    [Fact]
    public void A_ratio_of_charges_needs_no_voltage() =>
        UeventBuilder.Snapshot("CHARGE_NOW=1000000\nCHARGE_FULL=4000000").AssertNumber(BatteryField.Percentage, 25);

    [Fact]
    public void A_full_energy_of_0_divides_nothing() =>
        UeventBuilder.Snapshot("ENERGY_NOW=12000000\nENERGY_FULL=0").AssertUnknown(BatteryField.Percentage, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Not charging")]
    [InlineData("Full")]
    public void A_bare_0_is_a_placeholder(string status) =>
        UeventBuilder.Snapshot($"STATUS={status}\nCAPACITY=0").AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Fact]
    public void A_0_of_a_battery_that_runs_out_is_a_reading() =>
        UeventBuilder.Snapshot("STATUS=Discharging\nCAPACITY=0").AssertNumber(BatteryField.Percentage, 0);

    [Fact]
    public void A_0_beside_a_voltage_is_a_reading() =>
        UeventBuilder.Snapshot("STATUS=Charging\nCAPACITY=0\nVOLTAGE_NOW=9000000").AssertNumber(BatteryField.Percentage, 0);

    [Fact]
    public void Nothing_reported_is_unknown_and_not_0() =>
        UeventBuilder.Snapshot("STATUS=Charging").AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);

    [Fact]
    public void Where_the_unit_that_counts_is_not_whole_the_other_gives_the_ratio() =>
        UeventBuilder.Snapshot("CHARGE_NOW=1000000\nCHARGE_FULL=2000000\nENERGY_NOW=5000000\nENERGY_FULL_DESIGN=20000000").AssertNumber(BatteryField.Percentage, 50);
}
