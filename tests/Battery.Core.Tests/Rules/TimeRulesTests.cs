using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class TimeRulesTests
{
    private const string Store = "ENERGY_NOW=20000000\nENERGY_FULL=40000000\n";

    [Fact]
    public void To_empty_is_energy_over_rate() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=10000000").AssertNumber(BatteryField.TimeToEmpty, 7200);

    [Fact]
    public void To_full_is_room_over_rate() =>
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=40000000").AssertNumber(BatteryField.TimeToFull, 1800);

    [Fact]
    public void The_gauges_own_estimate_comes_first_and_is_in_seconds()
    {
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW=5000").AssertNumber(BatteryField.TimeToEmpty, 5000);
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nPOWER_NOW=10000000\nTIME_TO_FULL_NOW=4000").AssertNumber(BatteryField.TimeToFull, 4000);
    }

    [Theory]
    [InlineData("3932100")]
    [InlineData("0")]
    [InlineData("-1")]
    public void A_gauge_that_does_not_know_is_passed_over(string own) =>
        UeventBuilder.Snapshot(Store + $"STATUS=Discharging\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW={own}").AssertNumber(BatteryField.TimeToEmpty, 7200);

    [Fact]
    public void Of_a_battery_that_counts_charge_it_is_charge_over_current()
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
    public void A_time_belongs_to_its_state(string status, BatteryField time) =>
        UeventBuilder.Snapshot(Store + $"STATUS={status}\nPOWER_NOW=10000000\nTIME_TO_EMPTY_NOW=5\nTIME_TO_FULL_NOW=5")
            .AssertUnknown(time, ValueQuality.NotInThisState);

    [Fact]
    public void Nothing_flows_and_nothing_ends() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=0").AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.ZeroRate);

    [Fact]
    public void Over_ten_days_is_a_rate_near_0() =>
        UeventBuilder.Snapshot(Store + "STATUS=Discharging\nPOWER_NOW=50000").AssertUnknown(BatteryField.TimeToEmpty, ValueQuality.TimeTooLong);

    [Fact]
    public void A_weak_charger_never_fills() =>
        UeventBuilder.Snapshot(Store + "STATUS=Charging\nCURRENT_NOW=-500000\nVOLTAGE_NOW=12000000\nTIME_TO_FULL_NOW=900")
            .AssertUnknown(BatteryField.TimeToFull, ValueQuality.LosesChargeWhileCharging);
}
