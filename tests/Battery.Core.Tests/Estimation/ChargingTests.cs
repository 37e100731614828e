using Battery.Core.Estimation;

namespace Battery.Core.Tests.Estimation;

public class ChargingTests
{
    [Fact]
    public void Add_far_from_the_limit_gives_the_time_at_the_constant_rate()
    {
        TimeEstimate estimate = new Simulation(EstimateFlow.Charging) { Watts = 20, Target = 60 }.Run(20);
        double left = Simulation.Full * 0.6 - (10 + (20 / 3.0));
        Assert.Equal(60, estimate.TargetPercentage);
        Assert.Equal(left / 20 * 3600, estimate.Seconds, 60.0);
    }

    [Fact]
    public void Add_to_full_takes_longer_than_a_straight_line()
    {
        Simulation battery = new(EstimateFlow.Charging) { Watts = 25 };
        TimeEstimate estimate = battery.Run(30);
        double straight = (Simulation.Full - battery.Energy) / 25 * 3600;
        Assert.InRange(estimate.Seconds, straight * 1.3, straight * 3);
    }

    [Fact]
    public void Add_slow_charger_tapers_late()
    {
        Simulation battery = new(EstimateFlow.Charging) { Watts = 4 };
        TimeEstimate estimate = battery.Run(60);
        double straight = (Simulation.Full - battery.Energy) / 4 * 3600;
        Assert.InRange(estimate.Seconds, straight, straight * 1.1);
    }

    [Fact]
    public void Add_at_the_target_gives_no_time_left()
    {
        TimeEstimate estimate = new Simulation(EstimateFlow.Charging) { Watts = 5, Target = 22 }.Run(15);
        Assert.Equal(0, estimate.Seconds);
    }

    [Fact]
    public void Add_new_limit_changes_the_time_at_once()
    {
        Simulation battery = new(EstimateFlow.Charging) { Watts = 20 };
        double full = battery.Run(20).Seconds;
        battery.Target = 60;
        Assert.True(battery.Read().Seconds < full / 2);
    }

    [Fact]
    public void Seconds_far_below_the_second_phase_are_those_of_the_constant_rate() =>
        Assert.Equal(0.2 * 7200, new ChargeCurve(1440, 0.015).Seconds(0.1, 0.3, 1 / 7200.0), 10.0);

    [Fact]
    public void Seconds_in_the_second_phase_are_those_of_the_exponential()
    {
        double rate = 1.02 * (1 - 0.9 + 0.015) / 1440;
        Assert.Equal(1440 * Math.Log(0.115 / 0.015), new ChargeCurve(1440, 0.015).Seconds(0.9, 1, rate), 1.0);
    }

    [Fact]
    public void Seconds_backwards_are_none() => Assert.Equal(0, new ChargeCurve(1440, 0.015).Seconds(0.9, 0.8, 1 / 7200.0));

    [Theory]
    [InlineData(1 / 3600.0)]
    [InlineData(1 / 7200.0)]
    [InlineData(1 / 36000.0)]
    public void Seconds_are_the_integral_of_the_merged_phases(double rate)
    {
        // A fine sum over z, where the curve sums over a logarithm.
        const int Steps = 200_000;
        double missing = 1 - 0.2 + 0.03, first = Math.Pow(1 / rate, 3) - Math.Pow(1800 / missing, 3), expected = 0;
        for (int step = 0; step < Steps; step++)
        {
            double left = missing - ((step + 0.5) * 0.8 / Steps);
            expected += 0.8 / Steps * Math.Cbrt(first + Math.Pow(1800 / left, 3));
        }

        Assert.InRange(new ChargeCurve(1800, 0.03).Seconds(0.2, 1, rate), expected * 0.999, expected * 1.001);
    }

    [Fact]
    public void Rate_is_constant_and_then_proportional_to_what_is_missing()
    {
        ChargeCurve curve = new(1440, 0.015);
        Assert.Equal(1 / 7200.0, curve.Rate(0.5, 1 / 7200.0));
        Assert.Equal(0.065 / 1440, curve.Rate(0.95, 1 / 7200.0), 9);
    }
}
