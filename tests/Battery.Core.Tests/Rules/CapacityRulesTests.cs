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

    [Fact]
    public void Energy_is_ignored_beside_complete_charges() =>
        UeventBuilder.Snapshot(Charges + "ENERGY_NOW=9999999\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.Energy, 12);

    [Fact]
    public void Energy_is_used_if_both_units_are_complete() =>
        UeventBuilder.Snapshot(Charges + "ENERGY_NOW=1\nENERGY_FULL=30000000\nENERGY_FULL_DESIGN=40000000\nVOLTAGE_NOW=12000000")
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
}
