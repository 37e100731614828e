using Battery.Core.Model;

namespace Battery.Core.Tests.Rules;

public class SignedPowerRuleTests
{
    [Theory]
    [InlineData("STATUS=Charging\nPOWER_NOW=10000000", 10)]
    [InlineData("STATUS=Discharging\nPOWER_NOW=10000000", -10)]
    [InlineData("STATUS=Discharging\nPOWER_NOW=-10000000", -10)]
    [InlineData("STATUS=Charging\nPOWER_NOW=-10000000", -10)]
    [InlineData("STATUS=Charging\nCURRENT_NOW=-500000\nVOLTAGE_NOW=12000000", -6)]
    [InlineData("STATUS=Full\nPOWER_NOW=0", 0)]
    [InlineData("STATUS=Not charging\nPOWER_NOW=-10000000", -10)]
    public void Power_has_the_sign_of_the_driver_or_of_the_state(string lines, double expected) =>
        UeventBuilder.Snapshot(lines, power: ExternalPower.Online).AssertNumber(BatteryField.SignedPower, expected);

    // Most drivers report a magnitude; the state is the one before the adapter was removed.
    [Fact]
    public void Power_is_negative_without_external_power() =>
        UeventBuilder.Snapshot("STATUS=Not charging\nPOWER_NOW=10000000", power: ExternalPower.Offline).AssertNumber(BatteryField.SignedPower, -10);

    [Theory]
    [InlineData("STATUS=Charging\nPOWER_NOW=0", ExternalPower.Online)]
    [InlineData("STATUS=Discharging\nPOWER_NOW=0", ExternalPower.Offline)]
    public void Power_of_0_is_unknown_while_energy_must_flow(string lines, ExternalPower power) =>
        UeventBuilder.Snapshot(lines, power: power).AssertUnknown(BatteryField.SignedPower, ValueQuality.ZeroRate);

    [Fact]
    public void Power_of_a_battery_that_is_held_is_0_without_a_sign()
    {
        BatterySnapshot held = UeventBuilder.Snapshot(
            "STATUS=Discharging\nPOWER_NOW=0\nCAPACITY=80\nCHARGE_CONTROL_END_THRESHOLD=80", power: ExternalPower.Online);
        Assert.Equal(PowerFlow.Held, held.PowerFlow);
        held.AssertNumber(BatteryField.SignedPower, 0);
        Assert.False(double.IsNegative(held.Number(BatteryField.SignedPower)));
    }

    [Fact]
    public void Power_is_unknown_for_the_reason_for_which_the_rate_is() =>
        UeventBuilder.Snapshot("STATUS=Charging\nPOWER_NOW=-1").AssertUnknown(BatteryField.SignedPower, ValueQuality.ReportedUnknown);
}
