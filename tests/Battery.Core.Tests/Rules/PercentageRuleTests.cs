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

    [Theory]
    [InlineData("CAPACITY=0\nVOLTAGE_NOW=12000000")]
    [InlineData("ENERGY_NOW=0\nENERGY_FULL=50000000\nVOLTAGE_NOW=12000000")]
    public void Percentage_of_0_is_unknown_for_a_full_battery(string lines) =>
        UeventBuilder.Snapshot("STATUS=Full\n" + lines).AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Fact]
    public void Percentage_is_the_ratio_if_a_full_battery_reports_0() =>
        UeventBuilder.Snapshot("STATUS=Full\nCAPACITY=0\nENERGY_NOW=49000000\nENERGY_FULL=50000000").AssertNumber(BatteryField.Percentage, 98);

    [Theory]
    [InlineData("VOLTAGE_NOW=12")]
    [InlineData("CHARGE_FULL_DESIGN=2350")]
    [InlineData("POWER_NOW=4294967295000")]
    [InlineData("CURRENT_NOW=-1")]
    [InlineData("ENERGY_NOW=0")]
    public void Percentage_of_0_is_unknown_beside_implausible_values(string line) =>
        UeventBuilder.Snapshot($"STATUS=Not charging\nCAPACITY=0\n{line}").AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Theory]
    [InlineData("VOLTAGE_NOW=3000000")]
    [InlineData("CHARGE_FULL_DESIGN=2350000")]
    [InlineData("POWER_NOW=5000000")]
    [InlineData("CURRENT_NOW=-100000")]
    [InlineData("ENERGY_FULL=50000000")]
    public void Percentage_of_0_is_known_beside_a_plausible_value(string line) =>
        UeventBuilder.Snapshot($"STATUS=Not charging\nCAPACITY=0\n{line}").AssertNumber(BatteryField.Percentage, 0);

    // A gauge whose bus fails (fixture gta04-gauge-without-response): its driver reports zeros, and 'Discharging' because of them.
    [Theory]
    [InlineData("")]
    [InlineData("CHARGE_NOW=0\nCHARGE_FULL=0\nCHARGE_FULL_DESIGN=0")]
    [InlineData("ENERGY_NOW=0\nCURRENT_NOW=0\nPOWER_AVG=0\nTEMP=-2731\nCAPACITY_LEVEL=Normal")]
    public void Percentage_of_0_is_unknown_beside_a_voltage_of_0_and_nothing_else(string lines) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nCAPACITY=0\nVOLTAGE_NOW=0\n{lines}").AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Theory]
    [InlineData("CHARGE_FULL_DESIGN=2350000")]
    [InlineData("CURRENT_NOW=-100000")]
    public void Percentage_of_0_is_known_beside_a_voltage_of_0_and_a_value_that_is_not_0(string line) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nCAPACITY=0\nVOLTAGE_NOW=0\n{line}").AssertNumber(BatteryField.Percentage, 0);

    // Magic Keyboard and Mouse after pairing: drivers/hid/hid-input.c reports 0 and Discharging after a query without a result.
    [Theory]
    [InlineData("SCOPE=Device", "BAT0")]
    [InlineData("ONLINE=1", "hid-00:11:22:33:44:55-battery")]
    public void Percentage_of_0_is_unknown_for_a_peripheral_that_reports_nothing_else(string line, string name) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nCAPACITY=0\n{line}", name).AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Theory]
    [InlineData("VOLTAGE_NOW=1100000")]
    [InlineData("CAPACITY_LEVEL=Critical")]
    public void Percentage_of_0_is_known_for_a_peripheral_that_reports_more(string line) =>
        UeventBuilder.Snapshot($"SCOPE=Device\nSTATUS=Discharging\nCAPACITY=0\n{line}").AssertNumber(BatteryField.Percentage, 0);

    // GTA04, linux-omap 2020: some registers of a bq27000 read as 0. And a virtual battery that reports energies only.
    [Theory]
    [InlineData("STATUS=Discharging\nVOLTAGE_NOW=4049000\nCHARGE_FULL=0\nCHARGE_NOW=755788\nCHARGE_FULL_DESIGN=1233792")]
    [InlineData("STATUS=Discharging\nENERGY_NOW=5100000\nENERGY_FULL_DESIGN=50000000")]
    public void Percentage_of_0_is_unknown_beside_a_remaining_capacity(string lines) =>
        UeventBuilder.Snapshot($"CAPACITY=0\n{lines}").AssertUnknown(BatteryField.Percentage, ValueQuality.PlaceholderZero);

    [Theory]
    [InlineData("ENERGY_NOW=20000000\nENERGY_FULL=40000000")]
    [InlineData("CHARGE_NOW=2000000\nCHARGE_FULL=4000000")]
    public void Percentage_is_the_ratio_if_a_remaining_capacity_contradicts_a_0(string lines) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nCAPACITY=0\n{lines}").AssertNumber(BatteryField.Percentage, 50);

    [Theory]
    [InlineData("ENERGY_NOW=2000000\nENERGY_FULL=40000000")]
    [InlineData("ENERGY_NOW=0\nENERGY_FULL=40000000")]
    [InlineData("CHARGE_NOW=200000\nCHARGE_FULL_DESIGN=4000000")]
    [InlineData("ENERGY_NOW=2000000")]
    public void Percentage_of_0_is_known_beside_a_small_remaining_capacity(string lines) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nCAPACITY=0\n{lines}").AssertNumber(BatteryField.Percentage, 0);
}
