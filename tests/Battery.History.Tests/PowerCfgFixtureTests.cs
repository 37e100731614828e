using System.Text.Json;
using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>Reports of Windows machines, compared with values that were computed from them independently.</summary>
public sealed class PowerCfgFixtureTests
{
    public static TheoryData<string> Files => new(HistoryFixture.Expected("powercfg").Select(static entry => entry.GetProperty("file").GetString()!));

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_gives_every_period_and_every_capacity(string file)
    {
        (List<HistoryPoint> points, var problems) = HistoryFixture.Read(HistoryFixture.At("powercfg", file));
        JsonElement expected = HistoryFixture.Expected("powercfg", file);
        JsonElement usage = expected.GetProperty("usage");
        List<HistoryPoint> periods = points.FindAll(static point => point.Kind == HistoryKind.Usage);

        Assert.Empty(problems);
        Assert.Equal(usage.GetProperty("n").GetInt32(), periods.Count);
        Assert.Equal(usage.GetProperty("n_with_report_generated").GetInt32(), points.Count(static point => point.Kind != HistoryKind.Capacity));
        Assert.Equal(usage.GetProperty("first").GetString(), periods[0].UtcTime);
        Assert.Equal(usage.GetProperty("last").GetString(), periods[^1].UtcTime);
        Assert.Equal(usage.GetProperty("on_battery").GetInt32(), periods.Count(static point => point.ExternalPower == false));
        Assert.Equal(expected.GetProperty("history").GetProperty("n_with_capacity").GetInt32(),
            points.Count(static point => point.Kind == HistoryKind.Capacity));
        Assert.All(points, static point => Assert.InRange(point.Percentage ?? 0, 0, 100));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Measure_gives_the_sessions_to_the_milliwatt_hour(string file)
    {
        BatteryStatistics statistics = Measure(file);
        JsonElement[] expected = HistoryFixture.Expected("powercfg", file).GetProperty("sessions").EnumerateArray().ToArray();

        Assert.Equal(expected.Length, statistics.Sessions.Count);
        foreach ((JsonElement wanted, DischargeSession session) in expected.Zip(statistics.Sessions))
        {
            Assert.Equal(wanted.GetProperty("start").GetString(), HistoryFixture.Utc(session.Start));
            Assert.Equal(wanted.GetProperty("end").GetString(), HistoryFixture.Utc(session.End));
            Assert.Equal(wanted.GetProperty("energy_mwh").GetInt32(), Math.Round(session.EnergyUsed!.Value * 1000, 6));
            Assert.Equal(wanted.GetProperty("sleep_mwh").GetInt32(), Math.Round(session.SleepEnergyUsed!.Value * 1000, 6));
            Assert.Equal(wanted.GetProperty("sleep_min").GetDouble(), session.SleepTime.TotalMinutes, 0.06);
            Assert.Equal(wanted.GetProperty("entries").GetInt32(), session.Points);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Measure_gives_the_drain_in_sleep_and_in_use(string file)
    {
        BatteryStatistics statistics = Measure(file);
        JsonElement expected = HistoryFixture.Expected("powercfg", file);
        Compare(expected.GetProperty("sleep_drain").GetProperty("all"), statistics.SleepDrain!);
        Compare(expected.GetProperty("sleep_drain").GetProperty("over_30min"), statistics.LongSleepDrain!);
        Assert.Equal(expected.GetProperty("active_drain").GetProperty("mean_mw").GetDouble() / 1000, statistics.ActivePower!.Value, 0.001);
        Assert.Equal(expected.GetProperty("sessions_total").GetProperty("energy_mwh").GetDouble() / 1000, statistics.EnergyUsed!.Value, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Measure_gives_the_trend_of_the_capacity(string file)
    {
        CapacityTrend? trend = Measure(file).CapacityTrend;
        JsonElement history = HistoryFixture.Expected("powercfg", file).GetProperty("history");
        if (!history.TryGetProperty("theil_sen_mwh_per_year", out JsonElement slope))
        {
            Assert.Null(trend);
            return;
        }

        Assert.Equal(slope.GetDouble(), trend!.EnergyPerYear * 1000, 1.0);
        Assert.Equal(history.GetProperty("theil_sen_percent_of_design_per_year").GetDouble(), trend.PercentPerYear, 0.01);
        Assert.Equal(history.GetProperty("first_end").GetString(), HistoryFixture.Utc(trend.Start));
        Assert.Equal(history.GetProperty("last_end").GetString(), HistoryFixture.Utc(trend.End));
        Assert.InRange(trend.PercentPerYear, trend.Low, trend.High);
    }

    private static void Compare(JsonElement expected, Drain drain)
    {
        Assert.Equal(expected.GetProperty("n").GetInt32(), drain.Count);
        Assert.Equal(expected.GetProperty("hours").GetDouble(), drain.Duration.TotalHours, 0.006);
        Assert.Equal(expected.GetProperty("mwh").GetDouble(), drain.EnergyUsed!.Value * 1000, 1e-6);
        Assert.Equal(expected.GetProperty("mean_mw").GetDouble(), drain.MeanPower!.Value * 1000, 0.6);
        Assert.Equal(expected.GetProperty("percent_of_full_per_hour").GetDouble(), drain.PercentPerHour!.Value, 0.006);
    }

    private static BatteryStatistics Measure(string file) =>
        Assert.Single(HistoryStatistics.Measure(HistoryFixture.Read(HistoryFixture.At("powercfg", file)).Points));
}
