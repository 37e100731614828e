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
    public void Percentage_is_the_reported_capacity_clamped_to_100(int capacity, double expected) =>
        UeventBuilder.Snapshot($"CAPACITY={capacity}\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.Percentage, expected);

    [Theory]
    [InlineData("255")]
    [InlineData("1536")]
    [InlineData("-1")]
    [InlineData("abc")]
    public void Percentage_is_the_ratio_if_the_capacity_is_implausible(string capacity) =>
        UeventBuilder.Snapshot($"CAPACITY={capacity}\nENERGY_NOW=20000000\nENERGY_FULL=40000000").AssertNumber(BatteryField.Percentage, 50);

    [Fact]
    public void Percentage_is_unknown_if_the_capacity_is_implausible_and_there_is_no_ratio() =>
        UeventBuilder.Snapshot("CAPACITY=255\nVOLTAGE_NOW=12000000").AssertUnknown(BatteryField.Percentage, ValueQuality.OutOfRange);

    [Fact]
    public void Percentage_from_the_ratio_is_clamped_to_100() =>
        UeventBuilder.Snapshot("ENERGY_NOW=44000000\nENERGY_FULL=40000000").AssertNumber(BatteryField.Percentage, 100);

    [Fact]
    public void Percentage_from_charges_needs_no_voltage() =>
        UeventBuilder.Snapshot("CHARGE_NOW=1000000\nCHARGE_FULL=4000000").AssertNumber(BatteryField.Percentage, 25);

    [Fact]
    public void Percentage_is_unknown_for_a_full_energy_of_0() =>
        UeventBuilder.Snapshot("ENERGY_NOW=12000000\nENERGY_FULL=0").AssertUnknown(BatteryField.Percentage, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Not charging")]
    [InlineData("Full")]
    public void Percentage_is_unknown_for_0_without_measured_values(string status) =>
        UeventBuilder.Snapshot($"STATUS={status}\nCAPACITY=0").AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Fact]
    public void Percentage_is_0_for_an_empty_battery() =>
        UeventBuilder.Snapshot("STATUS=Discharging\nCAPACITY=0").AssertNumber(BatteryField.Percentage, 0);

    [Fact]
    public void Percentage_is_0_beside_a_voltage() =>
        UeventBuilder.Snapshot("STATUS=Charging\nCAPACITY=0\nVOLTAGE_NOW=9000000").AssertNumber(BatteryField.Percentage, 0);

    [Fact]
    public void Percentage_is_unknown_if_nothing_is_reported() =>
        UeventBuilder.Snapshot("STATUS=Charging").AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);

    [Fact]
    public void Percentage_is_the_ratio_of_the_other_unit_if_one_is_incomplete() =>
        UeventBuilder.Snapshot("CHARGE_NOW=1000000\nCHARGE_FULL=2000000\nENERGY_NOW=5000000\nENERGY_FULL_DESIGN=20000000")
            .AssertNumber(BatteryField.Percentage, 50);
}
