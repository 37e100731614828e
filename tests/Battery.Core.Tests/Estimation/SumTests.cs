using Battery.Core.Estimation;

namespace Battery.Core.Tests.Estimation;

public class SumTests
{
    private static readonly EstimateReading s_first = new()
    {
        Time = 5, Battery = 1, Flow = EstimateFlow.Discharging, ExternalPower = false, Energy = 10, EnergyFull = 20, Power = 6,
    };

    private static readonly EstimateReading s_second = new()
    {
        Time = 5, Battery = 2, Flow = EstimateFlow.None, ExternalPower = false, Energy = 60, EnergyFull = 60, Power = 0,
    };

    [Fact]
    public void Sum_of_two_batteries_adds_their_energies()
    {
        EstimateReading sum = EstimateReading.Sum([s_first, s_second]);
        Assert.Equal((70, 80, 87.5, 6), (sum.Energy, sum.EnergyFull, sum.Percentage, sum.Power));
        Assert.Equal((EstimateFlow.Discharging, false, 5), (sum.Flow, sum.ExternalPower, sum.Time));
    }

    [Fact]
    public void Sum_of_one_battery_is_its_reading() => Assert.Equal(s_first, EstimateReading.Sum([s_first]));

    [Fact]
    public void Sum_of_no_battery_has_no_values() => Assert.True(double.IsNaN(EstimateReading.Sum([]).Energy));

    [Fact]
    public void Sum_with_an_unknown_energy_is_unknown()
    {
        EstimateReading sum = EstimateReading.Sum([s_first, s_second with { Energy = double.NaN, Percentage = 100 }]);
        Assert.True(double.IsNaN(sum.Energy) && double.IsNaN(sum.Percentage));
    }

    [Fact]
    public void Sum_of_a_charging_and_a_discharging_battery_has_no_flow() =>
        Assert.Equal(EstimateFlow.None, EstimateReading.Sum([s_first, s_second with { Flow = EstimateFlow.Charging }]).Flow);

    [Fact]
    public void Sum_with_another_battery_is_another_battery() =>
        Assert.NotEqual(EstimateReading.Sum([s_first, s_second]).Battery, EstimateReading.Sum([s_first, s_second with { Battery = 3 }]).Battery);

    [Fact]
    public void Sum_weighs_the_limits_with_the_capacities() =>
        Assert.Equal(85, EstimateReading.Sum([s_first, s_second with { TargetPercentage = 80 }]).TargetPercentage, 9);

    [Fact]
    public void Add_two_batteries_used_one_after_the_other_follows_their_sum()
    {
        TimeEstimator estimator = new();
        for (int minute = 0; minute <= 60; minute++)
        {
            double used = 10 * minute / 60.0;
            (EstimateFlow first, EstimateFlow second) =
                used < 5 ? (EstimateFlow.Discharging, EstimateFlow.None) : (EstimateFlow.None, EstimateFlow.Discharging);
            EstimateReading one = s_first with { Time = minute * 60, Energy = Math.Max(5, 10 - used), Flow = first };
            EstimateReading two = s_second with { Time = minute * 60, Energy = 60 - Math.Max(0, used - 5), Flow = second };
            estimator.Add(EstimateReading.Sum([one, two]));
        }

        Assert.Equal(3600, estimator.Estimate.ObservedSeconds);
        Assert.Equal(6 * 3600, estimator.Estimate.Seconds, 60.0);
    }
}
