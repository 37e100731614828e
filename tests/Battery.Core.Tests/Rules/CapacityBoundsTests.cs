using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Tests.Rules;

/// <summary>Capacities at the bounds that docs/values.md names.</summary>
public class CapacityBoundsTests
{
    // Full and design are ten times or more apart, and a third value decides. In Wh.
    [Theory]
    [InlineData(30, 10, 15, null, false, false)]
    [InlineData(30, 10, 15.1, null, true, false)]
    [InlineData(30, 10, 45, null, true, false)]
    [InlineData(30, 10, 45.1, null, false, false)]
    [InlineData(1000, 10, 15, null, false, true)]
    [InlineData(1000, 10, 15.1, null, true, false)]
    [InlineData(200, 10, 10, null, false, false)]
    [InlineData(200, 10, 9.9, null, false, true)]
    [InlineData(30, 10, 7.5, 50, true, false)]
    [InlineData(30, 10, 7.4, 50, false, true)]
    [InlineData(30, 10, 30, 50, true, false)]
    [InlineData(30, 10, 30.1, 50, false, false)]
    [InlineData(100, 10, 25, 125, false, true)]
    [InlineData(100, 10, 25, 126, true, false)]
    [InlineData(30, 10, 0.6, 2, true, false)]
    [InlineData(30, 10, 0.3, 1, false, true)]
    public void Full_and_design_far_apart_are_known_if_the_remaining_energy_agrees(
        double full, double design, double remaining, int? percentage, bool isFullKnown, bool isDesignKnown)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(
            $"ENERGY_FULL={Micro(full)}\nENERGY_FULL_DESIGN={Micro(design)}\nENERGY_NOW={Micro(remaining)}\nCAPACITY={percentage}");
        Assert.Equal((isFullKnown, isDesignKnown), (IsKnown(battery, BatteryField.EnergyFull), IsKnown(battery, BatteryField.EnergyFullDesign)));
    }

    // A driver that reports mAh, beside no percentage: both are in the same unit.
    [Theory]
    [InlineData("CHARGE_NOW=1500\nCHARGE_FULL=2100", false)]
    [InlineData("CHARGE_NOW=3150\nCHARGE_FULL=2100", false)]
    [InlineData("CHARGE_NOW=3151\nCHARGE_FULL=2100", true)]
    [InlineData("CHARGE_NOW=0\nCHARGE_FULL=2100", true)]
    [InlineData("CHARGE_NOW=1500\nCHARGE_FULL=20000", true)]
    [InlineData("CHARGE_NOW=1500000\nCHARGE_FULL=2100", true)]
    [InlineData("CHARGE_NOW=1500\nCHARGE_FULL=2100\nSCOPE=Device", true)]
    public void Charge_is_unknown_if_it_fits_a_full_charge_that_is_too_small(string lines, bool isKnown) =>
        Assert.Equal(isKnown, IsKnown(UeventBuilder.Snapshot(lines), BatteryField.Charge));

    // A gauge that does not respond measures nothing, and nothing of it is 0.
    [Theory]
    [InlineData(BatteryField.Energy)]
    [InlineData(BatteryField.Charge)]
    [InlineData(BatteryField.Current)]
    [InlineData(BatteryField.EnergyRate)]
    [InlineData(BatteryField.SignedPower)]
    public void Values_are_unknown_if_the_voltage_and_all_others_are_0(BatteryField field) =>
        Assert.False(IsKnown(UeventBuilder.Snapshot(
            "STATUS=Discharging\nVOLTAGE_NOW=0\nENERGY_NOW=0\nCHARGE_NOW=0\nCURRENT_NOW=0\nPOWER_AVG=0\nCAPACITY=0"), field));

    [Theory]
    [InlineData(75, true)]
    [InlineData(75.1, false)]
    public void Energy_is_known_up_to_one_and_a_half_times_the_design_if_full_is_not_reported(double remaining, bool isKnown) =>
        Assert.Equal(isKnown, IsKnown(UeventBuilder.Snapshot($"ENERGY_FULL_DESIGN=50000000\nENERGY_NOW={Micro(remaining)}"), BatteryField.Energy));

    // Charge counts where more of its three values are reported.
    [Theory]
    [InlineData("", false)]
    [InlineData("CHARGE_NOW=1", true)]
    [InlineData("CHARGE_FULL=1", true)]
    [InlineData("CHARGE_FULL_DESIGN=1", true)]
    [InlineData("ENERGY_NOW=1", false)]
    [InlineData("CHARGE_NOW=1\nENERGY_NOW=1", false)]
    [InlineData("CHARGE_NOW=1\nENERGY_FULL=1", false)]
    [InlineData("CHARGE_NOW=1\nENERGY_FULL_DESIGN=1", false)]
    [InlineData("CHARGE_NOW=1\nCHARGE_FULL=1\nENERGY_NOW=1", true)]
    [InlineData("CHARGE_NOW=1\nCHARGE_FULL=1\nENERGY_NOW=1\nENERGY_FULL=1", false)]
    [InlineData("CHARGE_NOW=1\nCHARGE_FULL=1\nCHARGE_FULL_DESIGN=1\nENERGY_NOW=1\nENERGY_FULL=1", true)]
    public void CountsCharge_is_true_if_more_charges_than_energies_are_reported(string lines, bool countsCharge) =>
        Assert.Equal(countsCharge, CapacityRules.CountsCharge(UeventBuilder.Raw(lines)));

    [Fact]
    public void StateOfHealth_is_that_of_the_unit_in_which_the_battery_counts() => UeventBuilder
        .Snapshot("CHARGE_NOW=2000000\nCHARGE_FULL=4000000\nCHARGE_FULL_DESIGN=5000000\nENERGY_FULL=40000000\nENERGY_FULL_DESIGN=44000000")
        .AssertNumber(BatteryField.StateOfHealth, 80);

    [Theory]
    [InlineData("CHARGE_FULL=4000000\nENERGY_FULL=40000000\nENERGY_FULL_DESIGN=50000000\nCHARGE_NOW=1000000\nCHARGE_COUNTER=1", 80)]
    [InlineData("CHARGE_FULL=4000000\nCHARGE_FULL_DESIGN=5000000\nENERGY_NOW=1000000\nENERGY_FULL=40000000", 80)]
    public void StateOfHealth_is_that_of_the_other_unit_if_one_is_incomplete(string lines, double health) =>
        UeventBuilder.Snapshot(lines).AssertNumber(BatteryField.StateOfHealth, health);

    // Of a machine without a battery, 0 % stands beside zeros; a capacity that is not 0 is a measured value.
    [Theory]
    [InlineData("CURRENT_NOW=0", false)]
    [InlineData("POWER_NOW=0", false)]
    [InlineData("ENERGY_NOW=0", false)]
    [InlineData("CURRENT_NOW=1000", true)]
    [InlineData("POWER_NOW=1000", true)]
    [InlineData("ENERGY_NOW=1000", true)]
    [InlineData("ENERGY_FULL=50000000", true)]
    [InlineData("ENERGY_FULL_DESIGN=50000000", true)]
    public void Percentage_of_0_is_known_beside_a_value_that_is_not_0(string lines, bool isKnown) =>
        Assert.Equal(isKnown, IsKnown(UeventBuilder.Snapshot($"CAPACITY=0\nSTATUS=Charging\n{lines}"), BatteryField.Percentage));

    private static bool IsKnown(BatterySnapshot battery, BatteryField field) => battery.QualityOf(field) == ValueQuality.Known;

    private static long Micro(double value) => (long)Math.Round(value * 1e6);
}
