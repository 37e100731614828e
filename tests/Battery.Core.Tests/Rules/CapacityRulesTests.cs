using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class CapacityRulesTests
{
    private const string Charges = "CHARGE_NOW=1000000\nCHARGE_FULL=3000000\nCHARGE_FULL_DESIGN=4000000\n";

    [Fact]
    public void Energies_are_as_reported()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot("ENERGY_NOW=20000000\nENERGY_FULL=40000000\nENERGY_FULL_DESIGN=50000000");
        battery.AssertNumber(BatteryField.Energy, 20);
        battery.AssertNumber(BatteryField.EnergyFull, 40);
        battery.AssertNumber(BatteryField.EnergyFullDesign, 50);
        battery.AssertUnknown(BatteryField.Charge, ValueQuality.Missing);
    }

    [Theory]
    [InlineData("VOLTAGE_MIN_DESIGN=10000000\nVOLTAGE_MAX_DESIGN=11000000\nVOLTAGE_NOW=12000000", 10)]
    [InlineData("VOLTAGE_MAX_DESIGN=11000000\nVOLTAGE_NOW=12000000", 11)]
    [InlineData("VOLTAGE_MIN_DESIGN=0\nVOLTAGE_NOW=12000000", 12)]
    public void Energy_is_charge_times_the_lowest_known_design_voltage(string voltages, double volts)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(Charges + voltages);
        battery.AssertNumber(BatteryField.Energy, 1 * volts);
        battery.AssertNumber(BatteryField.EnergyFull, 3 * volts);
        battery.AssertNumber(BatteryField.EnergyFullDesign, 4 * volts);
        battery.AssertNumber(BatteryField.Charge, 1);
        battery.AssertNumber(BatteryField.ChargeFull, 3);
        battery.AssertNumber(BatteryField.ChargeFullDesign, 4);
    }

    [Fact]
    public void Energy_is_unknown_without_a_voltage() =>
        UeventBuilder.Snapshot(Charges).AssertUnknown(BatteryField.Energy, ValueQuality.NoVoltage);

    // Asahi Linux's macsmc reports energy_now, computed by the driver, beside charges.
    [Fact]
    public void Energy_is_as_reported_beside_charges()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(Charges + "ENERGY_NOW=11400000\nVOLTAGE_NOW=12000000");
        battery.AssertNumber(BatteryField.Energy, 11.4);
        battery.AssertNumber(BatteryField.EnergyFull, 36);
        battery.AssertNumber(BatteryField.Charge, 1);
    }

    // linux-pm, bq27000 of the GTA04: energy_now 0 beside a charge.
    [Theory]
    [InlineData("0")]
    [InlineData("1000000")]
    public void Energy_is_converted_if_the_reported_one_is_far_off_the_charge(string energy) =>
        UeventBuilder.Snapshot(Charges + $"ENERGY_NOW={energy}\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.Energy, 12);

    [Fact]
    public void Ratios_are_of_one_unit()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot("CHARGE_FULL=3000000\nCHARGE_FULL_DESIGN=4000000\nENERGY_NOW=15000000\nVOLTAGE_NOW=10000000");
        battery.AssertNumber(BatteryField.StateOfHealth, 75);
        battery.AssertNumber(BatteryField.Energy, 15);
        battery.AssertUnknown(BatteryField.Percentage, ValueQuality.Missing);
    }

    [Fact]
    public void Energy_is_used_if_both_units_are_complete() =>
        UeventBuilder.Snapshot(Charges + "ENERGY_NOW=10000000\nENERGY_FULL=30000000\nENERGY_FULL_DESIGN=40000000\nVOLTAGE_NOW=12000000")
            .AssertNumber(BatteryField.EnergyFull, 30);

    [Fact]
    public void Energy_above_32_bits_does_not_overflow() =>
        UeventBuilder.Snapshot("ENERGY_NOW=99000000\nENERGY_FULL=99900000").AssertNumber(BatteryField.Percentage, 100 * 99 / 99.9);

    [Fact]
    public void EnergyFull_is_unknown_far_above_the_design()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot("ENERGY_NOW=50000000\nENERGY_FULL=6233000000\nENERGY_FULL_DESIGN=60000000");
        battery.AssertUnknown(BatteryField.EnergyFull, ValueQuality.FullFarAboveDesign);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.FullFarAboveDesign);
        battery.AssertNumber(BatteryField.Energy, 50);
        battery.AssertNumber(BatteryField.EnergyFullDesign, 60);
    }

    [Fact]
    public void Energy_is_unknown_far_above_full() =>
        UeventBuilder.Snapshot("ENERGY_NOW=388363800\nENERGY_FULL=59565000").AssertUnknown(BatteryField.Energy, ValueQuality.RemainingFarAboveFull);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    public void EnergyFull_is_unknown_unless_positive(string full)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"ENERGY_NOW=12000000\nENERGY_FULL={full}\nENERGY_FULL_DESIGN=50000000");
        battery.AssertUnknown(BatteryField.EnergyFull, ValueQuality.OutOfRange);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.OutOfRange);
        battery.AssertNumber(BatteryField.Energy, 12);
    }

    [Fact]
    public void StateOfHealth_can_exceed_100() =>
        UeventBuilder.Snapshot("ENERGY_FULL=51000000\nENERGY_FULL_DESIGN=50000000").AssertNumber(BatteryField.StateOfHealth, 102);

    [Theory]
    [InlineData("ENERGY_FULL=51000000", ValueQuality.Missing)]
    [InlineData("ENERGY_FULL=51000000\nENERGY_FULL_DESIGN=0", ValueQuality.OutOfRange)]
    [InlineData("ENERGY_FULL_DESIGN=51000000", ValueQuality.Missing)]
    public void StateOfHealth_is_unknown_if_a_capacity_is(string lines, ValueQuality quality) =>
        UeventBuilder.Snapshot(lines).AssertUnknown(BatteryField.StateOfHealth, quality);

    [Fact]
    public void EnergyFullDesign_is_unknown_if_the_remaining_energy_exceeds_it()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot("ENERGY_NOW=30000000\nENERGY_FULL=50000000\nENERGY_FULL_DESIGN=60000");
        battery.AssertUnknown(BatteryField.EnergyFullDesign, ValueQuality.DesignFarBelowFull);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.DesignFarBelowFull);
        battery.AssertNumber(BatteryField.EnergyFull, 50);
        battery.AssertNumber(BatteryField.Percentage, 60);
    }

    [Theory]
    [InlineData("4294967295000", ValueQuality.ReportedUnknown)]
    [InlineData("4294967295", ValueQuality.ReportedUnknown)]
    [InlineData("9223372036854775807", ValueQuality.ReportedUnknown)]
    [InlineData("9223372036854775806", ValueQuality.OutOfRange)]
    [InlineData("100000000001", ValueQuality.OutOfRange)]
    public void Charge_is_unknown_for_sentinels_and_implausible_values(string number, ValueQuality quality)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"ENERGY_NOW={number}\nENERGY_FULL={number}\nENERGY_FULL_DESIGN={number}");
        battery.AssertUnknown(BatteryField.Energy, quality);
        battery.AssertUnknown(BatteryField.EnergyFull, quality);
        battery.AssertUnknown(BatteryField.StateOfHealth, quality);
        battery.AssertUnknown(BatteryField.Percentage, quality);
        UeventBuilder.Snapshot($"CHARGE_NOW={number}").AssertUnknown(BatteryField.Charge, quality);
    }

    // TLP #735 (5.7 % of 86.58 Wh) and a pack at 13 % are real; 0.18 % was mAh beside µAh.
    [Theory]
    [InlineData(4_970_000, 86_580_000, 5.7403557)]
    [InlineData(6_500_000, 50_000_000, 13)]
    [InlineData(1_000_000, 50_000_000, 2)]
    public void EnergyFull_of_a_worn_pack_is_known(long full, long design, double health) =>
        UeventBuilder.Snapshot($"ENERGY_FULL={full}\nENERGY_FULL_DESIGN={design}").AssertNumber(BatteryField.StateOfHealth, health);

    [Fact]
    public void EnergyFull_is_unknown_below_2_percent_of_the_design()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot("ENERGY_FULL=990000\nENERGY_FULL_DESIGN=50000000");
        battery.AssertUnknown(BatteryField.EnergyFull, ValueQuality.FullFarBelowDesign);
        battery.AssertUnknown(BatteryField.StateOfHealth, ValueQuality.FullFarBelowDesign);
        battery.AssertNumber(BatteryField.EnergyFullDesign, 50);
    }

    // qpnp-charger of MSM8960 phones: charge_full_design=2350, in mAh.
    [Theory]
    [InlineData("CHARGE_FULL", "2350", BatteryField.ChargeFull)]
    [InlineData("CHARGE_FULL", "19999", BatteryField.ChargeFull)]
    [InlineData("CHARGE_FULL_DESIGN", "2350", BatteryField.ChargeFullDesign)]
    [InlineData("CHARGE_FULL_DESIGN", "19999", BatteryField.ChargeFullDesign)]
    [InlineData("ENERGY_FULL", "49999", BatteryField.EnergyFull)]
    [InlineData("ENERGY_FULL_DESIGN", "49999", BatteryField.EnergyFullDesign)]
    public void Full_capacity_of_a_system_battery_is_unknown_if_it_is_too_small(string key, string number, BatteryField field)
    {
        UeventBuilder.Snapshot($"{key}={number}\nVOLTAGE_NOW=4000000").AssertUnknown(field, ValueQuality.OutOfRange);
        Assert.Equal(ValueQuality.Known, UeventBuilder.Snapshot($"{key}={number}\nSCOPE=Device").QualityOf(field));
    }

    [Theory]
    [InlineData("CHARGE_FULL=20000", BatteryField.ChargeFull, 0.02)]
    [InlineData("ENERGY_FULL=50000", BatteryField.EnergyFull, 0.05)]
    [InlineData("ENERGY_FULL_DESIGN=50000", BatteryField.EnergyFullDesign, 0.05)]
    public void Full_capacity_of_a_system_battery_is_known_from_the_bound(string line, BatteryField field, double expected) =>
        UeventBuilder.Snapshot(line).AssertNumber(field, expected);

    // bq78z100 (linux-pm, Leica): energy_now 0 at 28 %. 1512 is mAh.
    [Theory]
    [InlineData("ENERGY_NOW=0\nCAPACITY=28", BatteryField.Energy)]
    [InlineData("ENERGY_NOW=0\nCAPACITY=28\nSCOPE=Device", BatteryField.Energy)]
    [InlineData("ENERGY_NOW=13990\nCAPACITY=28", BatteryField.Energy)]
    [InlineData("CHARGE_NOW=1512\nCAPACITY=42", BatteryField.Charge)]
    public void Remaining_capacity_is_unknown_if_the_percentage_makes_the_full_one_too_small(string lines, BatteryField field) =>
        UeventBuilder.Snapshot(lines).AssertUnknown(field, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("ENERGY_NOW=0\nCAPACITY=1", 0)]
    [InlineData("ENERGY_NOW=0\nCAPACITY=255", 0)]
    [InlineData("ENERGY_NOW=14000\nCAPACITY=28", 0.014)]
    public void Remaining_capacity_is_known_if_the_percentage_agrees_or_is_none(string lines, double expected) =>
        UeventBuilder.Snapshot(lines).AssertNumber(BatteryField.Energy, expected);

    // A MediaTek payment terminal: charge_full_design lacks a digit, charge_counter at 100 % agrees with charge_full.
    [Theory]
    [InlineData("", false, false)]
    [InlineData("CHARGE_COUNTER=6555000", true, false)]
    [InlineData("CHARGE_COUNTER=6555000\nCAPACITY=100", true, false)]
    [InlineData("CHARGE_COUNTER=655000\nCAPACITY=100", false, true)]
    [InlineData("CHARGE_COUNTER=655000\nCAPACITY=10", true, false)]
    [InlineData("CHARGE_COUNTER=655000", false, false)]
    [InlineData("CHARGE_COUNTER=300000", false, true)]
    [InlineData("CHARGE_COUNTER=0", false, false)]
    [InlineData("CHARGE_COUNTER=99000000", false, false)]
    [InlineData("CHARGE_NOW=6000000", true, false)]
    [InlineData("CHARGE_NOW=600000\nCAPACITY=92", false, true)]
    [InlineData("CHARGE_NOW=1000000\nCAPACITY=50", false, false)]
    [InlineData("CHARGE_NOW=6000000\nCHARGE_COUNTER=100000", true, false)]
    public void Full_and_design_far_apart_are_known_only_if_a_third_value_agrees(string witness, bool isFullKnown, bool isDesignKnown)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"CHARGE_FULL=6555000\nCHARGE_FULL_DESIGN=655000\n{witness}");
        Assert.Equal(isFullKnown ? ValueQuality.Known : ValueQuality.FullFarAboveDesign, battery.QualityOf(BatteryField.ChargeFull));
        Assert.Equal(isDesignKnown ? ValueQuality.Known : ValueQuality.DesignFarBelowFull, battery.QualityOf(BatteryField.ChargeFullDesign));
    }

    // ThinkPads count in 10 mWh in 16 bits. https://github.com/linrunner/TLP/issues/762 and https://github.com/omacom/omarchy/issues/9668
    // (without a remaining energy; 30 Wh are made up). The kernel divides by this full capacity: drivers/acpi/battery.c.
    [Theory]
    [InlineData("ENERGY_FULL=653840000\nENERGY_FULL_DESIGN=13840000\nENERGY_NOW=48110000\nCAPACITY=7", false)]
    [InlineData("ENERGY_FULL=654750000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=30000000\nCAPACITY=4", true)]
    [InlineData("ENERGY_FULL=654750000\nENERGY_FULL_DESIGN=45800000", true)]
    [InlineData("ENERGY_FULL=327680000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=30000000\nCAPACITY=9", true)]
    public void A_full_energy_below_0_in_16_bits_is_unknown_and_the_percentage_of_it(string lines, bool isDesignKnown)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(lines);
        battery.AssertUnknown(BatteryField.EnergyFull, ValueQuality.FullFarAboveDesign);
        bool isPercentageReported = lines.Contains("CAPACITY=", StringComparison.Ordinal);
        battery.AssertUnknown(BatteryField.Percentage, isPercentageReported ? ValueQuality.FullFarAboveDesign : ValueQuality.Missing);
        Assert.Equal(isDesignKnown ? ValueQuality.Known : ValueQuality.DesignFarBelowFull, battery.QualityOf(BatteryField.EnergyFullDesign));
    }

    [Theory]
    [InlineData("ENERGY_FULL=655360000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=32768000\nCAPACITY=5")]
    [InlineData("ENERGY_FULL=327670000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=16383500\nCAPACITY=5")]
    [InlineData("ENERGY_FULL=654750000\nENERGY_FULL_DESIGN=327375000\nENERGY_NOW=32737500\nCAPACITY=5")]
    [InlineData("ENERGY_FULL=654750000\nENERGY_NOW=32737500\nCAPACITY=5")]
    [InlineData("SCOPE=Device\nENERGY_FULL=654750000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=32737500\nCAPACITY=5")]
    public void Other_large_full_energies_are_known_if_the_percentage_agrees(string lines)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(lines);
        Assert.Equal(ValueQuality.Known, battery.QualityOf(BatteryField.EnergyFull));
        battery.AssertNumber(BatteryField.Percentage, 5);
    }

    // The percentage does not come from the full capacity that is refused.
    [Fact]
    public void Percentage_is_known_beside_a_refused_full_energy_that_it_is_not_a_part_of() =>
        UeventBuilder.Snapshot("ENERGY_FULL=654750000\nENERGY_FULL_DESIGN=45800000\nENERGY_NOW=30000000\nCAPACITY=65")
            .AssertNumber(BatteryField.Percentage, 65);

    [Fact]
    public void Full_of_twice_the_design_is_known() =>
        UeventBuilder.Snapshot("CHARGE_FULL=2000000\nCHARGE_FULL_DESIGN=1000000").AssertNumber(BatteryField.StateOfHealth, 200);
}
