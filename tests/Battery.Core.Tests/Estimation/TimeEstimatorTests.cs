using Battery.Core.Estimation;

namespace Battery.Core.Tests.Estimation;

public class TimeEstimatorTests
{
    [Fact]
    public void Add_steady_discharge_gives_the_remaining_energy_over_the_rate()
    {
        Simulation battery = new();
        TimeEstimate estimate = battery.Run(30);
        Assert.Equal(EstimateUnit.WattHours, estimate.Unit);
        Assert.Equal(10, estimate.AverageRate, 0.01);
        Assert.Equal(4 * 3600, estimate.Seconds, 20.0);
        Assert.InRange(estimate.Seconds, estimate.Low, estimate.High);
        Assert.Equal(0, estimate.TargetPercentage);
        Assert.Equal(1800, estimate.ObservedSeconds);
        Assert.False(estimate.IsProvisional);
    }

    [Fact]
    public void Add_whole_percents_gives_the_same_time_within_a_tenth()
    {
        Simulation battery = new() { WholePercents = true };
        TimeEstimate estimate = battery.Run(60);
        Assert.Equal(EstimateUnit.Percent, estimate.Unit);
        Assert.Equal(20, estimate.AverageRate, 2.0);
        Assert.InRange(estimate.Seconds, 3.5 * 3600 * 0.9, 3.5 * 3600 * 1.1);
    }

    [Fact]
    public void Add_charge_without_its_full_capacity_uses_the_percentage_for_it()
    {
        TimeEstimator estimator = new();
        TimeEstimate estimate = default;
        for (int minute = 0; minute <= 20; minute++)
        {
            double charge = 4 - (minute / 60.0);
            estimate = estimator.Add(new() { Time = minute * 60, Flow = EstimateFlow.Discharging, Charge = charge, Percentage = charge / 5 * 100 });
        }

        Assert.Equal(EstimateUnit.AmpereHours, estimate.Unit);
        Assert.Equal(1, estimate.AverageRate, 0.01);
    }

    [Fact]
    public void Add_a_wrong_reported_rate_does_not_change_the_estimate()
    {
        Simulation silent = new(), wrong = new() { ReportedWatts = 68 };
        Assert.Equal(silent.Run(10).Seconds, wrong.Run(10).Seconds);
    }

    [Fact]
    public void Add_first_reading_is_provisional_and_uses_the_reported_rate()
    {
        Simulation battery = new() { ReportedWatts = 9 };
        TimeEstimate estimate = battery.Read();
        Assert.True(estimate.IsProvisional);
        Assert.Equal(5 * 3600, estimate.Seconds, 1.0);
    }

    [Fact]
    public void Add_first_reading_without_a_rate_gives_no_time()
    {
        TimeEstimate estimate = new Simulation().Read();
        Assert.False(estimate.IsKnown);
        Assert.True(estimate.IsProvisional);
    }

    [Fact]
    public void Add_in_the_first_minute_is_provisional_and_not_after_it()
    {
        Simulation battery = new();
        Assert.True(battery.Run(0.75, 15).IsProvisional);
        Assert.False(battery.Run(0.5, 15).IsProvisional);
    }

    [Fact]
    public void Add_silent_counter_gives_a_provisional_time_after_five_minutes_that_grows()
    {
        Simulation battery = new() { WholePercents = true, Watts = 0 };
        Assert.False(battery.Run(4).IsKnown);
        TimeEstimate early = battery.Run(2);
        Assert.True(early is { IsKnown: true, IsProvisional: true });
        Assert.True(battery.Run(30).Seconds > early.Seconds);
    }

    [Theory]
    [InlineData("gap")]
    [InlineData("battery")]
    [InlineData("plugged")]
    [InlineData("flow")]
    [InlineData("jump")]
    [InlineData("clock")]
    [InlineData("unit")]
    public void Add_after_a_discontinuity_starts_anew(string what)
    {
        Simulation battery = new() { ExternalPower = false };
        Assert.Equal(1200, battery.Run(20).ObservedSeconds);
        battery.Time += 60;
        switch (what)
        {
            case "gap": battery.Time += TimeEstimator.GapSeconds; break;
            case "battery": battery.Battery = 2; break;
            case "plugged": battery.ExternalPower = true; break;
            case "flow": battery.Flow = EstimateFlow.Charging; break;
            case "jump": battery.Energy -= Simulation.Full * 0.12; break;
            case "clock": battery.Time -= 3600; break;
            default: battery.WholePercents = true; break;
        }

        TimeEstimate estimate = battery.Read();
        Assert.Equal(0, estimate.ObservedSeconds);
        Assert.True(estimate.IsProvisional);
    }

    [Fact]
    public void Add_external_power_that_becomes_known_does_not_start_again()
    {
        Simulation battery = new();
        battery.Run(10);
        battery.ExternalPower = false;
        Assert.Equal(600, battery.Read().ObservedSeconds);
    }

    [Theory]
    [InlineData(false, 45.0)]
    [InlineData(true, double.NaN)]
    public void Add_reading_without_flow_or_level_gives_no_estimate_and_resets(bool isDischarging, double energy)
    {
        EstimateFlow flow = isDischarging ? EstimateFlow.Discharging : EstimateFlow.None;
        Simulation battery = new();
        battery.Run(10);
        Assert.Equal(TimeEstimate.None, battery.Estimator.Add(battery.Reading with { Flow = flow, Energy = energy }));
        Assert.Equal(0, battery.Read().ObservedSeconds);
    }

    [Fact]
    public void Add_higher_load_lowers_the_time_but_never_by_a_jump()
    {
        Simulation battery = new();
        double before = battery.Run(60).Seconds;
        battery.Watts = 40;
        double first = battery.Run(1).Seconds;
        Assert.InRange((before - 60 - first) / before, 0, 0.075);
        double last = first;
        for (int minute = 0; minute < 30; minute++)
        {
            double now = battery.Run(1).Seconds;
            Assert.True(now < last);
            last = now;
        }

        Assert.True(last < before / 2);
    }

    [Fact]
    public void Add_more_energy_gives_more_time_and_a_higher_rate_less()
    {
        Assert.True(new Simulation { Energy = 40 }.Run(20).Seconds < new Simulation { Energy = 41 }.Run(20).Seconds);
        Assert.True(new Simulation { Watts = 11 }.Run(20).Seconds < new Simulation { Watts = 10 }.Run(20).Seconds);
    }

    [Fact]
    public void Add_varying_load_widens_the_interval()
    {
        Simulation steady = new(), varying = new();
        TimeEstimate narrow = steady.Run(120), wide = default;
        for (int quarter = 0; quarter < 8; quarter++)
        {
            varying.Watts = quarter % 2 == 0 ? 4 : 16;
            wide = varying.Run(15);
        }

        Assert.True(wide.High / wide.Low > narrow.High / narrow.Low * 1.2);
    }

    [Fact]
    public void Add_readings_of_a_day_allocates_nothing()
    {
        TimeEstimator estimator = new();
        Feed(estimator, 0, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Feed(estimator, 100, 86400);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Reset_forgets_the_readings()
    {
        Simulation battery = new();
        battery.Run(10);
        battery.Estimator.Reset();
        Assert.Equal(TimeEstimate.None, battery.Estimator.Estimate);
        Assert.Equal(0, battery.Read().ObservedSeconds);
    }

    private static void Feed(TimeEstimator estimator, int from, int to)
    {
        for (int second = from; second < to; second++)
        {
            estimator.Add(new() { Time = second, Flow = EstimateFlow.Discharging, Energy = 1000 - (second / 360.0), EnergyFull = 1000 });
        }
    }
}
