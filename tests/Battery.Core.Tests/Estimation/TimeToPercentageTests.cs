using Battery.Core.Estimation;
using Battery.Core.Model;

namespace Battery.Core.Tests.Estimation;

public class TimeToPercentageTests
{
    private static readonly EstimateReading s_charging = new()
    {
        Flow = EstimateFlow.Charging, Energy = 20, EnergyFull = 50, Power = 25, Percentage = 40,
    };

    private static readonly EstimateReading s_discharging = s_charging with { Flow = EstimateFlow.Discharging, Power = 10 };

    [Fact]
    public void Seconds_are_the_missing_energy_over_the_power_while_the_battery_charges() =>
        Assert.Equal(0.4 * 50 / 25 * 3600, TimeToPercentage.Seconds(s_charging, 80).Value, 6);

    [Fact]
    public void Seconds_are_the_energy_above_over_the_power_while_the_battery_discharges() =>
        Assert.Equal(0.2 * 50 / 10 * 3600, TimeToPercentage.Seconds(s_discharging, 20).Value, 6);

    [Fact]
    public void Seconds_of_a_battery_that_counts_charge_are_charge_over_current()
    {
        EstimateReading reading = new() { Flow = EstimateFlow.Charging, Charge = 1, ChargeFull = 4, Current = 2, Percentage = 25 };
        Assert.Equal(1 / 2.0 * 3600, TimeToPercentage.Seconds(reading, 50).Value, 6);
    }

    [Fact]
    public void Seconds_to_the_present_percentage_are_0()
    {
        Assert.Equal(0, TimeToPercentage.Seconds(s_charging, 40).Value);
        Assert.Equal(0, TimeToPercentage.Seconds(s_discharging, 40).Value);
    }

    // A published log of a charge: energy ÷ rate was 75 % too early for 100 %, and right to 80 %.
    [Fact]
    public void Seconds_to_95_percent_and_above_allow_for_the_slower_end_of_a_charge()
    {
        double linear = 0.6 * 50 / 25 * 3600;
        double full = TimeToPercentage.Seconds(s_charging, 100).Value;
        Assert.InRange(full, 1.2 * linear, 3 * linear);
        Assert.InRange(TimeToPercentage.Seconds(s_charging, 95).Value, 0.55 * 50 / 25 * 3600, full);
    }

    [Fact]
    public void Seconds_grow_with_the_percentage()
    {
        double before = 0;
        for (double percentage = 40; percentage <= 100; percentage += 0.5)
        {
            double seconds = TimeToPercentage.Seconds(s_charging, percentage).Value;
            Assert.InRange(seconds, before, double.MaxValue);
            before = seconds;
        }
    }

    [Theory]
    [InlineData(39, ValueQuality.AlreadyThere)]
    [InlineData(81, ValueQuality.NotInThisState)]
    public void Seconds_are_unknown_below_the_percentage_and_above_the_limit_while_the_battery_charges(double percentage, ValueQuality quality) =>
        Assert.Equal(quality, TimeToPercentage.Seconds(s_charging with { TargetPercentage = 80 }, percentage).Quality);

    [Fact]
    public void Seconds_are_unknown_above_the_percentage_while_the_battery_discharges() =>
        Assert.Equal(ValueQuality.AlreadyThere, TimeToPercentage.Seconds(s_discharging, 41).Quality);

    [Fact]
    public void Seconds_are_unknown_without_a_flow_a_rate_or_a_capacity()
    {
        Assert.Equal(ValueQuality.NotInThisState, TimeToPercentage.Seconds(s_charging with { Flow = EstimateFlow.None }, 80).Quality);
        Assert.Equal(ValueQuality.ZeroRate, TimeToPercentage.Seconds(s_charging with { Power = 0 }, 80).Quality);
        Assert.Equal(ValueQuality.Missing, TimeToPercentage.Seconds(s_charging with { Power = double.NaN }, 80).Quality);
        Assert.Equal(ValueQuality.Missing, TimeToPercentage.Seconds(new() { Flow = EstimateFlow.Charging, Percentage = 40 }, 80).Quality);
    }

    [Fact]
    public void Seconds_are_unknown_above_ten_days() =>
        Assert.Equal(ValueQuality.TimeTooLong, TimeToPercentage.Seconds(s_charging with { Power = 0.01 }, 80).Quality);
}
