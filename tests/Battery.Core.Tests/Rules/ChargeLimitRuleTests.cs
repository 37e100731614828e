using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Tests.Rules;

public class ChargeLimitRuleTests
{
    private const string Charging = "STATUS=Charging\nENERGY_NOW=20000000\nENERGY_FULL=40000000\nPOWER_NOW=10000000\n";

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80", 80)]
    [InlineData("CHARGE_STOP_THRESHOLD=1", 1)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=99\nCHARGE_CONTROL_START_THRESHOLD=0", 99)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80\nCHARGE_TYPES=Custom", 80)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80\nCHARGE_TYPES=Trickle Fast Standard Adaptive [Custom]", 80)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80\nCHARGE_TYPES=Fast [Long_Life]", 80)]
    public void Limit_is_the_end_threshold_below_100(string lines, double limit) =>
        UeventBuilder.Snapshot(lines).AssertNumber(BatteryField.ChargeLimit, limit);

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=100", ValueQuality.NoLimit)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=0", ValueQuality.NoLimit)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=-138", ValueQuality.NoLimit)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=78497792", ValueQuality.NoLimit)]

    // dell-laptop keeps the thresholds while another type is active (fixture dell-manufacture-date).
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80\nCHARGE_TYPES=[Trickle] Fast Standard Adaptive Custom", ValueQuality.NoLimit)]
    [InlineData("CHARGE_TYPES=Fast Standard [Long_Life]", ValueQuality.LimitWithoutNumber)]
    [InlineData("CHARGE_TYPE=Long Life", ValueQuality.LimitWithoutNumber)]
    [InlineData("CHARGE_TYPES=Fast [Standard] Long_Life", ValueQuality.Missing)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=x", ValueQuality.Malformed)]
    public void Limit_is_unknown_without_a_number_below_100(string lines, ValueQuality quality) =>
        UeventBuilder.Snapshot(lines).AssertUnknown(BatteryField.ChargeLimit, quality);

    [Theory]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=99", 99)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=100", double.NaN)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=0", double.NaN)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=80\nCHARGE_CONTROL_END_THRESHOLD=80", 80)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=81\nCHARGE_CONTROL_END_THRESHOLD=80", double.NaN)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=50\nCHARGE_CONTROL_END_THRESHOLD=200", double.NaN)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=50\nCHARGE_CONTROL_END_THRESHOLD=0", double.NaN)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=75\nCHARGE_CONTROL_END_THRESHOLD=100", 75)]
    public void Start_is_the_start_threshold_up_to_a_valid_end(string lines, double start) =>
        Assert.Equal(start, ChargeLimitRule.Of(UeventBuilder.Raw(lines)).Start);

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80", 79, 78.9)]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=60\nCHARGE_CONTROL_END_THRESHOLD=90", 60, 59.9)]
    [InlineData("CHARGE_TYPES=Long Life", 49, 48.9)]
    [InlineData("CHARGE_TYPES=Adaptive", 49, 48.9)]
    public void Explains_a_percentage_from_one_below_the_limit(string lines, double at, double below)
    {
        ChargeLimitRule limit = ChargeLimitRule.Of(UeventBuilder.Raw(lines));
        Assert.Equal((true, false), (limit.Explains(at), limit.Explains(below)));
    }

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80")]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=80\nTIME_TO_FULL_NOW=4000")]
    [InlineData("CHARGE_TYPES=Long Life\nTIME_TO_FULL_AVG=4000")]
    public void TimeToFull_is_unknown_while_a_limit_is_in_force(string lines) =>
        UeventBuilder.Snapshot(Charging + lines).AssertUnknown(BatteryField.TimeToFull, ValueQuality.LimitInForce);

    [Theory]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=100")]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=0")]
    [InlineData("CHARGE_CONTROL_START_THRESHOLD=96\nCHARGE_CONTROL_END_THRESHOLD=100")]
    public void TimeToFull_is_known_without_a_limit(string lines) => UeventBuilder.Snapshot(Charging + lines).AssertNumber(BatteryField.TimeToFull, 7200);

    [Fact]
    public void TimeToLimit_is_limit_minus_remaining_over_rate()
    {
        // omacom/omarchy pull request #7186: (0.9 × 73 − 11) Wh at 26.9 W.
        UeventBuilder.Snapshot("STATUS=Charging\nENERGY_NOW=11000000\nENERGY_FULL=73000000\nPOWER_NOW=26900000\nCHARGE_CONTROL_END_THRESHOLD=90")
            .AssertNumber(BatteryField.TimeToLimit, 54.7 / 26.9 * 3600);
        UeventBuilder.Snapshot("STATUS=Charging\nCHARGE_NOW=1000000\nCHARGE_FULL=3000000\nCURRENT_NOW=500000\nCHARGE_CONTROL_END_THRESHOLD=80")
            .AssertNumber(BatteryField.TimeToLimit, 1.4 / 0.5 * 3600);
    }

    [Theory]
    [InlineData("", ValueQuality.Missing)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=100", ValueQuality.NoLimit)]
    [InlineData("CHARGE_TYPES=Long Life", ValueQuality.LimitWithoutNumber)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=40", ValueQuality.AlreadyThere)]
    [InlineData("CHARGE_CONTROL_END_THRESHOLD=50", ValueQuality.AlreadyThere)]
    public void TimeToLimit_is_unknown_without_a_limit_above_the_percentage(string lines, ValueQuality quality) =>
        UeventBuilder.Snapshot(Charging + lines).AssertUnknown(BatteryField.TimeToLimit, quality);

    [Theory]
    [InlineData("STATUS=Not charging")]
    [InlineData("STATUS=Discharging")]
    [InlineData("STATUS=Charging\nCURRENT_NOW=-500000\nVOLTAGE_NOW=12000000")]
    public void TimeToLimit_is_unknown_unless_the_battery_charges(string lines) =>
        UeventBuilder.Snapshot("ENERGY_NOW=20000000\nENERGY_FULL=40000000\nCHARGE_CONTROL_END_THRESHOLD=80\n" + lines)
            .AssertUnknown(BatteryField.TimeToLimit, ValueQuality.NotInThisState);
}
