using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Tests.Rules;

/// <summary>What counts as a flow: 1 % of the full capacity in an hour, docs/values.md.</summary>
public class FlowReadingTests
{
    [Theory]
    [InlineData(0.01, true, false)]
    [InlineData(-0.01, true, false)]
    [InlineData(0.0099, false, true)]
    [InlineData(0, false, true)]
    [InlineData(double.NaN, false, false)]
    public void A_current_flows_from_one_percent_of_the_capacity_in_an_hour(double change, bool flows, bool rests) =>
        Assert.Equal((flows, rests), (Reading(BatteryState.Unknown, change).Flows, Reading(BatteryState.Unknown, change).Rests));

    [Theory]
    [InlineData(BatteryState.Charging, double.NaN, true)]
    [InlineData(BatteryState.Discharging, double.NaN, true)]
    [InlineData(BatteryState.NotCharging, double.NaN, false)]
    [InlineData(BatteryState.Charging, 0, false)]
    [InlineData(BatteryState.NotCharging, 0.5, true)]
    public void IsActive_follows_the_current_and_without_one_the_state(BatteryState state, double change, bool isActive)
    {
        Assert.Equal(isActive, Reading(state, change).IsActive);
        Assert.False((Reading(state, change) with { IsOfSystem = false }).IsActive);
    }

    // The change is a part of the full capacity, of the designed one where that is all, and any current matters without one.
    [Theory]
    [InlineData("POWER_NOW=400000\nENERGY_FULL=50000000", 0.008)]
    [InlineData("POWER_NOW=400000\nENERGY_FULL_DESIGN=50000000", 0.008)]
    [InlineData("CURRENT_NOW=20000\nCHARGE_FULL=4000000", 0.005)]
    [InlineData("CURRENT_NOW=-20000\nCHARGE_FULL_DESIGN=4000000", -0.005)]
    [InlineData("POWER_NOW=5000", double.PositiveInfinity)]
    [InlineData("POWER_NOW=-5000", double.NegativeInfinity)]
    [InlineData("CURRENT_NOW=5000", double.PositiveInfinity)]
    [InlineData("CURRENT_NOW=-5000", double.NegativeInfinity)]
    [InlineData("POWER_NOW=0", 0)]
    [InlineData("CURRENT_NOW=0", 0)]
    [InlineData("VOLTAGE_NOW=12000000", double.NaN)]
    public void Change_is_the_hourly_part_of_the_capacity(string lines, double change)
    {
        FlowReading reading = BatteryRules.Apply(UeventBuilder.Raw($"STATUS=Not charging\n{lines}"), BatteryKind.Battery, new());
        Assert.Equal(change, reading.Change);
    }

    private static FlowReading Reading(BatteryState state, double change) =>
        new(state, IsOfSystem: true, Percentage: 50, Measurement.Unknown(ValueQuality.Missing), change, default, default, default, default);
}
