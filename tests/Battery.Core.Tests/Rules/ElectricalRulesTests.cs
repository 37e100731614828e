using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class ElectricalRulesTests
{
    [Theory]
    [InlineData("12000000")]
    [InlineData("-12000000")]
    public void Rate_is_reported_without_a_sign(string power) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nPOWER_NOW={power}").AssertNumber(BatteryField.EnergyRate, 12);

    [Theory]
    [InlineData("2000000")]
    [InlineData("-2000000")]
    public void Rate_is_current_times_voltage_if_none_is_reported(string current) =>
        UeventBuilder.Snapshot($"CURRENT_NOW={current}\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.EnergyRate, 24);

    [Theory]
    [InlineData("4294967295000")]
    [InlineData("4294967295")]
    [InlineData("-1")]
    [InlineData("-2147483648")]
    [InlineData("-9223372036854775808")]
    public void Rate_is_unknown_for_sentinels(string ones)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"STATUS=Discharging\nPOWER_NOW={ones}\nENERGY_NOW=20000000");
        battery.AssertUnknown(BatteryField.EnergyRate, ValueQuality.ReportedUnknown);
        battery.AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.ReportedUnknown);
        UeventBuilder.Snapshot($"CURRENT_NOW={ones}\nVOLTAGE_NOW=12000000").AssertUnknown(BatteryField.Current, ValueQuality.ReportedUnknown);
    }

    [Theory]
    [InlineData("240000000", 240)]
    [InlineData("300000000", 300)]
    public void Rate_can_exceed_100_W(string power, double expected) =>
        UeventBuilder.Snapshot($"STATUS=Charging\nPOWER_NOW={power}").AssertNumber(BatteryField.EnergyRate, expected);

    [Fact]
    public void Rate_is_unknown_if_it_is_implausible() =>
        UeventBuilder.Snapshot("POWER_NOW=301000000").AssertUnknown(BatteryField.EnergyRate, ValueQuality.OutOfRange);

    [Fact]
    public void Rate_is_current_times_voltage_if_the_reported_one_is_implausible() =>
        UeventBuilder.Snapshot("POWER_NOW=4294967295000\nCURRENT_NOW=1000000\nVOLTAGE_NOW=12000000").AssertNumber(BatteryField.EnergyRate, 12);

    [Fact]
    public void Rate_of_a_UPS_can_be_larger() =>
        UeventBuilder.Snapshot("TYPE=UPS\nPOWER_NOW=900000000").AssertNumber(BatteryField.EnergyRate, 900);

    [Fact]
    public void Rate_of_0_is_known() => UeventBuilder.Snapshot("POWER_NOW=0").AssertNumber(BatteryField.EnergyRate, 0);

    [Theory]
    [InlineData("Discharging", "2000000", -2)]
    [InlineData("Discharging", "-2000000", -2)]
    [InlineData("Charging", "2000000", 2)]
    [InlineData("Charging", "-2000000", -2)]
    public void Current_is_negative_while_charge_is_lost(string status, string current, double expected) =>
        UeventBuilder.Snapshot($"STATUS={status}\nCURRENT_NOW={current}").AssertNumber(BatteryField.Current, expected);

    [Theory]
    [InlineData("0")]
    [InlineData("-12000000")]
    [InlineData("4450")]
    [InlineData("4294967295000")]
    public void Voltage_is_unknown_if_it_is_implausible(string voltage) =>
        UeventBuilder.Snapshot($"VOLTAGE_NOW={voltage}").AssertUnknown(BatteryField.Voltage, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("Battery", "101000000", false)]
    [InlineData("Battery", "99000000", true)]
    [InlineData("UPS", "1900000000", true)]
    [InlineData("UPS", "2100000000", false)]
    public void Current_is_unknown_and_gives_no_time_if_it_is_implausible(string type, string current, bool isPlausible)
    {
        BatterySnapshot battery = UeventBuilder.Snapshot($"TYPE={type}\nSTATUS=Discharging\nCURRENT_NOW={current}\nCHARGE_NOW=3000000\nCHARGE_FULL=3000000");
        Assert.Equal(isPlausible ? ValueQuality.Known : ValueQuality.OutOfRange, battery.QualityOf(BatteryField.Current));
        Assert.Equal(isPlausible, battery.QualityOf(BatteryField.TimeToEmpty) == ValueQuality.Known);
    }

    // 12178000 * 1e-6 is 12.177999999999999, and that is what JSON and CSV would show.
    [Theory]
    [InlineData("12178000", 12.178)]
    [InlineData("11387000", 11.387)]
    public void Divide_gives_the_double_nearest_to_the_decimal(string microvolts, double volts) =>
        Assert.True(UeventBuilder.Snapshot($"VOLTAGE_NOW={microvolts}").Number(BatteryField.Voltage) == volts);

    // ACPI's unknown number with a sign, in mW. In µA it is a current of 1 mA, which gauges report.
    [Fact]
    public void Minus_1000_is_a_sentinel_of_power_and_a_current_of_1_mA()
    {
        UeventBuilder.Snapshot("POWER_NOW=-1000").AssertUnknown(BatteryField.EnergyRate, ValueQuality.ReportedUnknown);
        BatterySnapshot battery = UeventBuilder.Snapshot("STATUS=Discharging\nCURRENT_NOW=-1000\nVOLTAGE_NOW=12000000");
        battery.AssertNumber(BatteryField.Current, -0.001);
        battery.AssertNumber(BatteryField.EnergyRate, 0.012);
        UeventBuilder.Snapshot("CURRENT_AVG=-1000").AssertNumber(BatteryField.Current, -0.001);
    }

    // The uConsole's AXP228 driver reports a power of 0 beside a current (ClockworkPi-linux pull request 8).
    [Theory]
    [InlineData("0", 4.995)]
    [InlineData("1248000", 4.995)]
    [InlineData("1249000", 1.249)]
    [InlineData("19980000", 19.98)]
    [InlineData("20000000", 4.995)]
    [InlineData("-20000000", 4.995)]
    public void Rate_is_current_times_voltage_if_the_reported_one_is_far_off(string power, double expected) =>
        UeventBuilder.Snapshot($"STATUS=Discharging\nPOWER_NOW={power}\nCURRENT_NOW=1350000\nVOLTAGE_NOW=3700000")
            .AssertNumber(BatteryField.EnergyRate, expected);

    [Theory]
    [InlineData("2000000", 2)]
    [InlineData("32000000", 32)]
    public void Rate_is_as_reported_if_it_is_off_four_times_at_most(string power, double expected) =>
        UeventBuilder.Snapshot($"POWER_NOW={power}\nCURRENT_NOW=2000000\nVOLTAGE_NOW=4000000").AssertNumber(BatteryField.EnergyRate, expected);

    [Fact]
    public void Rate_is_as_reported_beside_a_current_of_0() =>
        UeventBuilder.Snapshot("POWER_NOW=5000000\nCURRENT_NOW=0\nVOLTAGE_NOW=3700000").AssertNumber(BatteryField.EnergyRate, 5);

    // RK817 handhelds report averages only.
    [Theory]
    [InlineData("VOLTAGE_AVG=3700000", BatteryField.Voltage, 3.7)]
    [InlineData("VOLTAGE_NOW=3800000\nVOLTAGE_AVG=3700000", BatteryField.Voltage, 3.8)]
    [InlineData("VOLTAGE_NOW=0\nVOLTAGE_AVG=3700000", BatteryField.Voltage, 3.7)]
    [InlineData("CURRENT_AVG=-500000", BatteryField.Current, -0.5)]
    [InlineData("CURRENT_NOW=-400000\nCURRENT_AVG=-500000", BatteryField.Current, -0.4)]
    [InlineData("POWER_AVG=2000000", BatteryField.EnergyRate, 2)]
    [InlineData("POWER_NOW=3000000\nPOWER_AVG=2000000", BatteryField.EnergyRate, 3)]
    [InlineData("CURRENT_NOW=1000000\nVOLTAGE_NOW=4000000\nPOWER_AVG=2000000", BatteryField.EnergyRate, 4)]
    [InlineData("CURRENT_AVG=1000000\nVOLTAGE_AVG=4000000", BatteryField.EnergyRate, 4)]
    [InlineData("CURRENT_AVG=1000000\nVOLTAGE_NOW=4000000\nPOWER_AVG=65535", BatteryField.EnergyRate, 4)]
    public void Averages_are_used_where_the_momentary_value_is_missing(string lines, BatteryField field, double expected) =>
        UeventBuilder.Snapshot(lines).AssertNumber(field, expected);

    // bq27xxx prints a 16-bit register.
    [Theory]
    [InlineData("65535")]
    [InlineData("64710")]
    [InlineData("826")]
    public void EnergyRate_is_unknown_if_the_average_is_a_register_of_16_bits(string average) =>
        UeventBuilder.Snapshot($"POWER_AVG={average}").AssertUnknown(BatteryField.EnergyRate, ValueQuality.OutOfRange);

    [Theory]
    [InlineData("65536", 0.065536)]
    [InlineData("-8260000", 8.26)]
    [InlineData("0", 0)]
    public void EnergyRate_is_the_average_if_it_is_in_microwatts(string average, double watts) =>
        UeventBuilder.Snapshot($"POWER_AVG={average}").AssertNumber(BatteryField.EnergyRate, watts);

    [Theory]
    [InlineData("POWER_NOW=40000000", 40)]
    [InlineData("POWER_NOW=40100000", 10)]
    [InlineData("POWER_NOW=2500000", 2.5)]
    [InlineData("POWER_NOW=2490000", 10)]
    public void EnergyRate_is_as_reported_up_to_four_times_off_current_times_voltage(string power, double watts) =>
        UeventBuilder.Snapshot($"CURRENT_NOW=1000000\nVOLTAGE_NOW=10000000\n{power}").AssertNumber(BatteryField.EnergyRate, watts);

    [Theory]
    [InlineData("CURRENT_NOW=1000000", ValueQuality.Missing)]
    [InlineData("CURRENT_NOW=1000000\nVOLTAGE_NOW=1", ValueQuality.OutOfRange)]
    [InlineData("CURRENT_NOW=4294967295\nVOLTAGE_NOW=12000000", ValueQuality.ReportedUnknown)]
    [InlineData("CURRENT_NOW=4294967295\nVOLTAGE_NOW=1", ValueQuality.ReportedUnknown)]
    public void EnergyRate_is_unknown_for_the_reason_for_which_the_current_or_the_voltage_is(string lines, ValueQuality quality) =>
        UeventBuilder.Snapshot(lines).AssertUnknown(BatteryField.EnergyRate, quality);

    // Asus F5 with Linux 2.6.26: power_now is newer (Linux 2.6.33). UPower's up-device-supply.c has the same rule.
    private const string OldEnergies =
        "STATUS=Full\nVOLTAGE_NOW=12510000\nCURRENT_NOW=693000\nENERGY_FULL_DESIGN=46200000\nENERGY_FULL=43142000\nENERGY_NOW=43142000";

    [Fact]
    public void EnergyRate_is_the_current_of_an_old_kernel_where_the_battery_counts_energy()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(OldEnergies);
        battery.AssertNumber(BatteryField.EnergyRate, 0.693);
        battery.AssertUnknown(BatteryField.Current, ValueQuality.OutOfRange);
    }

    [Theory]
    [InlineData("CAPACITY=100")]
    [InlineData("CHARGE_FULL=3800000")]
    [InlineData("CHARGE_NOW=3800000")]
    [InlineData("CHARGE_COUNTER=3800000")]
    [InlineData("POWER_NOW=8000000")]
    [InlineData("ENERGY_FULL=")]
    [InlineData("ENERGY_NOW=")]
    public void Current_is_one_where_the_kernel_is_newer_or_the_battery_counts_charge(string line)
    {
        string key = line[..(line.IndexOf('=') + 1)];
        string lines = string.Join('\n', OldEnergies.Split('\n').Where(old => !old.StartsWith(key, StringComparison.Ordinal)).Append(line));
        UeventBuilder.Snapshot(lines).AssertNumber(BatteryField.Current, 0.693);
    }

    // A bq27000 whose bus returns ones (published in QtMoko's battery monitor): every register is 0xFFFF.
    [Fact]
    public void Gauge_whose_registers_are_all_ones_measures_nothing()
    {
        BatterySnapshot battery = UeventBuilder.Snapshot(
            "STATUS=Full\nVOLTAGE_NOW=65535000\nCURRENT_NOW=-11697997\nTEMP=161106\nCHARGE_NOW=11697997\nCHARGE_FULL_DESIGN=11652480\nCYCLE_COUNT=65535");
        BatteryField[] measured =
        [
            BatteryField.Voltage, BatteryField.Current, BatteryField.EnergyRate, BatteryField.SignedPower, BatteryField.Temperature,
            BatteryField.Charge, BatteryField.ChargeFullDesign, BatteryField.Energy, BatteryField.EnergyFullDesign, BatteryField.CycleCount,
        ];
        Assert.All(measured, field => Assert.True(double.IsNaN(battery.Number(field)), $"{field} is {battery.Number(field)}"));
        Assert.Equal((BatteryState.Full, PowerFlow.Full), (battery.State, battery.PowerFlow));
        battery.AssertUnknown(BatteryField.Voltage, ValueQuality.ReportedUnknown);
        battery.AssertUnknown(BatteryField.Charge, ValueQuality.ReportedUnknown);
    }

    [Theory]
    [InlineData("65534000", 65.534)]
    [InlineData("65536000", 65.536)]
    public void Voltage_beside_a_register_of_all_ones_is_one(string voltage, double volts) =>
        UeventBuilder.Snapshot($"VOLTAGE_NOW={voltage}\nCHARGE_NOW=2000000").AssertNumber(BatteryField.Voltage, volts);
}
