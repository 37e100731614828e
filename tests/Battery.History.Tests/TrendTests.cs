using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>The trend of the full capacity.</summary>
public sealed class TrendTests
{
    private static readonly DateTime s_start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Trend_of_a_straight_loss_is_exact()
    {
        CapacityTrend trend = Trend(Enumerable.Range(0, 53).Select(static week => (7.0 * week, 50 - (5.0 * week * 7 / 365.25))))!;
        Assert.Equal(-5, trend.EnergyPerYear, 1e-9);
        Assert.Equal(-10, trend.PercentPerYear, 1e-9);
        Assert.True(trend.IsSignificant);
    }

    [Fact]
    public void Trend_is_not_moved_by_outliers()
    {
        CapacityTrend trend = Trend(Enumerable.Range(0, 53).Select(static week => (7.0 * week, week % 7 == 3 ? 150 : 50 - (5.0 * week * 7 / 365.25))))!;
        Assert.Equal(-5, trend.EnergyPerYear, 0.5);
    }

    [Fact]
    public void Trend_of_weeks_that_swing_is_not_significant()
    {
        // A gauge that adapts: slow variations of 10 % around a capacity that does not change.
        CapacityTrend trend = Trend(Enumerable.Range(0, 26).Select(static week => (7.0 * week, 45 + (4.5 * Math.Cos(week / 3.0)))))!;
        Assert.False(trend.IsSignificant, trend.ToString());
    }

    [Theory]
    [InlineData(2, 60)]
    [InlineData(20, 27)]
    public void Trend_needs_three_capacities_and_four_weeks(int count, int days) =>
        Assert.Null(Trend(Enumerable.Range(0, count).Select(i => ((double)days * i / (count - 1), 50.0 - i))));

    [Fact]
    public void Trend_begins_with_the_battery_that_is_in_the_machine()
    {
        List<HistoryPoint> points = Points(Enumerable.Range(0, 60)
            .Select(static week => (7.0 * week, week < 30 ? 30 - (0.2 * week) : 50 - (5.0 * (week - 30) * 7 / 365.25)))).ToList();
        points[30] = points[30] with { BatteryChanged = true };
        CapacityTrend trend = Assert.Single(HistoryStatistics.Measure(points)).CapacityTrend!;
        Assert.Equal((30, -5.0), (trend.Count, Math.Round(trend.EnergyPerYear, 6)));
    }

    [Fact]
    public void Interval_holds_the_slope_about_as_often_as_it_says()
    {
        var random = new Random(1);
        double Noise() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int hits = 0;
        for (int i = 0; i < 200; i++)
        {
            CapacityTrend trend = Trend(Enumerable.Range(0, 40).Select(week => (7.0 * week, 50 - (5.0 * week * 7 / 365.25) + Noise())))!;
            hits += trend.Low <= -10 && trend.High >= -10 ? 1 : 0;
        }

        Assert.InRange(hits, 180, 200);
    }

    private static CapacityTrend? Trend(IEnumerable<(double Day, double Energy)> capacities) =>
        Assert.Single(HistoryStatistics.Measure(Points(capacities))).CapacityTrend;

    private static IEnumerable<HistoryPoint> Points(IEnumerable<(double Day, double Energy)> capacities) =>
        capacities.Select(static capacity => new HistoryPoint
    {
        UtcTime = s_start.AddDays(capacity.Day).ToString("o"),
        Battery = "B",
        Kind = HistoryKind.Capacity,
        EnergyFull = capacity.Energy,
        EnergyFullDesign = 50,
        Format = HistoryFormat.PowerCfg,
    });
}
