using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class TimeRulesTests
{
    private const string Store = "ENERGY_NOW=20000000\nENERGY_FULL=40000000\n";
    private const string ChargesAndEnergy =
        "CHARGE_FULL=4000000\nCHARGE_FULL_DESIGN=4000000\nENERGY_NOW=20000000\nCURRENT_NOW=1000000\nVOLTAGE_NOW=10000000";

    [Fact]
    public void TimeToEmpty_is_energy_over_rate() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=10000000").AssertNumber(BatteryField.TimeToEmpty, 7200);

    [Fact]
    public void TimeToFull_is_full_minus_remaining_over_rate() =>
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=40000000").AssertNumber(BatteryField.TimeToFull, 1800);

    [Fact]
    public void Time_is_the_estimate_of_the_gauge_if_there_is_one()
    {
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW=5000").AssertNumber(BatteryField.TimeToEmpty, 5000);
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=10000000\nTIME_TO_FULL_NOW=4000").AssertNumber(BatteryField.TimeToFull, 4000);
    }

    [Theory]
    [InlineData("3932100")]
    [InlineData("0")]
    [InlineData("-1")]
    public void Time_is_computed_if_the_estimate_of_the_gauge_is_unknown(string own) =>
        UeventBuilder.Snapshot(Store + $"STATUS=Discharging\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW={own}").AssertNumber(BatteryField.TimeToEmpty, 7200);

    [Fact]
    public void Time_is_charge_over_current_if_the_battery_counts_charge()
    {
        const string Charges = "CHARGE_NOW=1000000\nCHARGE_FULL=3000000\nCURRENT_NOW=500000\nVOLTAGE_MIN_DESIGN=10000000\nVOLTAGE_NOW=12000000\n";
        UeventBuilder.Snapshot(Charges + "STATUS=Discharging").AssertNumber(BatteryField.TimeToEmpty, 7200);
        UeventBuilder.Snapshot(Charges + "STATUS=Charging").AssertNumber(BatteryField.TimeToFull, 14400);
    }

    [Theory]
    [InlineData("Charging", BatteryField.TimeToEmpty)]
    [InlineData("Discharging", BatteryField.TimeToFull)]
    [InlineData("Full", BatteryField.TimeToFull)]
    [InlineData("Not charging", BatteryField.TimeToEmpty)]
    [InlineData("Unknown", BatteryField.TimeToEmpty)]
    public void Time_is_unknown_in_other_states(string status, BatteryField time) =>
        UeventBuilder.Snapshot(Store + $"STATUS={status}\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW=5\nTIME_TO_FULL_NOW=5")
            .AssertUnknown(time, ValueQuality.NotInThisState);

    [Fact]
    public void Time_is_unknown_for_a_rate_of_0() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=0").AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.ZeroRate);

    [Fact]
    public void Time_is_unknown_above_ten_days() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=50000").AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.TimeTooLong);

    [Fact]
    public void TimeToFull_is_unknown_while_charge_is_lost() =>
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nCURRENT_NOW=-500000\nVOLTAGE_NOW=12000000\nTIME_TO_FULL_NOW=900")
            .AssertUnknown(BatteryField.TimeToFull, ValueQuality.LosesChargeWhileCharging);

    // qcom-battmgr reports energies and a signed power, and no current.
    [Fact]
    public void TimeToFull_is_unknown_while_the_power_is_negative()
    {
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=-5000000\nTIME_TO_FULL_NOW=900")
            .AssertUnknown(BatteryField.TimeToFull, ValueQuality.LosesChargeWhileCharging);
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=5000000").AssertNumber(BatteryField.TimeToFull, 14400);
    }

    [Theory]
    [InlineData("TIME_TO_EMPTY_AVG=54157", 54157)]
    [InlineData("TIME_TO_EMPTY_NOW=5000\nTIME_TO_EMPTY_AVG=54157", 5000)]
    [InlineData("TIME_TO_EMPTY_NOW=0\nTIME_TO_EMPTY_AVG=54157", 54157)]
    [InlineData("TIME_TO_EMPTY_AVG=54157\nPOWER_NOW=10000000", 7200)]
    [InlineData("TIME_TO_EMPTY_AVG=54157\nPOWER_NOW=0", 54157)]
    public void TimeToEmpty_is_the_average_of_the_gauge_if_it_has_no_other(string lines, double expected) =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\n" + lines).AssertNumber(BatteryField.TimeToEmpty, expected);

    [Fact]
    public void TimeToFull_is_the_average_of_the_gauge_if_it_has_no_other() =>
        UeventBuilder.Snapshot("STATUS=Charging\nTIME_TO_FULL_AVG=1234").AssertNumber(BatteryField.TimeToFull, 1234);

    [Fact]
    public void TimeToEmpty_is_the_reported_energy_over_the_rate_if_the_remaining_charge_is_unknown() =>
        UeventBuilder.Snapshot("STATUS=Discharging\n" + ChargesAndEnergy)
            .AssertNumber(BatteryField.TimeToEmpty, 7200);

    [Fact]
    public void TimeToFull_does_not_mix_units() =>
        UeventBuilder.Snapshot("STATUS=Charging\n" + ChargesAndEnergy)
            .AssertUnknown(BatteryField.TimeToFull, ValueQuality.Missing);

    [Fact]
    public void Time_of_a_battery_that_counts_charge_is_energy_over_rate_without_a_current() =>
        UeventBuilder.Snapshot("STATUS=Charging\nCHARGE_NOW=1000000\nCHARGE_FULL=3000000\nPOWER_NOW=10000000\nVOLTAGE_NOW=10000000")
            .AssertNumber(BatteryField.TimeToFull, 7200);

    [Theory]
    [InlineData("CURRENT_NOW=0\nCHARGE_NOW=1000000\nCHARGE_FULL=4000000")]
    [InlineData("POWER_NOW=0\nENERGY_NOW=10000000\nENERGY_FULL=40000000")]
    public void TimeToFull_is_unknown_at_a_rate_of_0_which_loses_nothing(string lines) =>
        UeventBuilder.Snapshot($"STATUS=Charging\n{lines}").AssertUnknown(BatteryField.TimeToFull, ValueQuality.ZeroRate);

    [Fact]
    public void TimeToEmpty_of_no_energy_is_unknown() =>
        UeventBuilder.Snapshot("STATUS=Discharging\nENERGY_NOW=0\nENERGY_FULL=40000000\nPOWER_NOW=5000000\nVOLTAGE_NOW=11000000")
            .AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.ZeroRate);

    // A Sunway notebook (published in Deepin's battery code): all ones in 16 bits, not multiplied by a minute.
    [Theory]
    [InlineData("STATUS=Discharging\nTIME_TO_EMPTY_AVG=65535", BatteryField.TimeToEmpty)]
    [InlineData("STATUS=Discharging\nTIME_TO_EMPTY_NOW=65535", BatteryField.TimeToEmpty)]
    [InlineData("STATUS=Charging\nTIME_TO_FULL_NOW=65535", BatteryField.TimeToFull)]
    [InlineData("STATUS=Charging\nTIME_TO_FULL_AVG=65535", BatteryField.TimeToFull)]
    public void Time_is_unknown_for_all_ones_in_16_bits(string lines, BatteryField time) =>
        Assert.NotEqual(ValueQuality.Known, UeventBuilder.Snapshot(lines).QualityOf(time));

    [Fact]
    public void Time_beside_all_ones_is_one() =>
        UeventBuilder.Snapshot("STATUS=Discharging\nTIME_TO_EMPTY_NOW=65534").AssertNumber(BatteryField.TimeToEmpty, 65534);
}
