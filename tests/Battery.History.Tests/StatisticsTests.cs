using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>Sessions, charges and sleep of readings, counted by hand.</summary>
public sealed class StatisticsTests
{
    private static readonly DateTime s_start = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Measure_of_a_day_by_hand()
    {
        // 100 to 80 % in 2 h at 5 W, charged to 90 % in 1 h, held at 100 % for 3 h.
        BatteryStatistics statistics = Measure(
            [
                .. Row(0, 120, 5, i => 100 - (i / 6.0), HistoryState.Discharging),
                .. Row(120, 180, 5, i => 80 + (i / 6.0), HistoryState.Charging),
                .. Row(185, 365, 5, static _ => 100, HistoryState.Full),
            ]);
        DischargeSession session = Assert.Single(statistics.Sessions);
        Assert.Equal((100.0, 80.0, 10.0, 5.0),
            (session.StartPercentage, session.EndPercentage, Math.Round(session.PercentPerHour!.Value, 6), session.MeanPower));
        Assert.Equal(TimeSpan.FromHours(2), session.Duration);
        Assert.Equal(10, session.EnergyUsed!.Value, 0.5);
        ChargeSession charge = Assert.Single(statistics.Charges);
        Assert.Equal((80.0, 90.0), (charge.StartPercentage, charge.EndPercentage));
        Assert.Equal(180, statistics.TimeAtFull!.Value.TotalMinutes, 10.0);
        Assert.Null(statistics.TimeAbove40Celsius);
    }

    [Fact]
    public void Measure_takes_a_gap_with_a_loss_for_sleep_and_one_with_a_gain_for_the_end_of_a_session()
    {
        BatteryStatistics statistics = Measure(
            [
                .. Row(0, 60, 1, static _ => 90, HistoryState.Discharging), .. Row(600, 660, 1, static _ => 84, HistoryState.Discharging),
                .. Row(900, 960, 1, static _ => 95, HistoryState.Discharging),
            ]);
        SleepPeriod sleep = Assert.Single(statistics.Sleeps);
        Assert.Equal((90.0, 84.0, TimeSpan.FromMinutes(540)), (sleep.StartPercentage, sleep.EndPercentage, sleep.Duration));
        Assert.Equal(6 / 9.0, statistics.SleepDrain!.PercentPerHour!.Value, 1e-9);
        Assert.Equal(2, statistics.Sessions.Count);
    }

    [Fact]
    public void Measure_takes_no_gap_for_sleep_where_the_recorder_is_slow()
    {
        BatteryStatistics statistics = Measure([.. Row(0, 600, 30, i => 100 - (i / 10.0), HistoryState.Discharging)]);
        Assert.Empty(statistics.Sleeps);
        Assert.Single(statistics.Sessions);
    }

    [Fact]
    public void Measure_takes_days_without_points_for_no_session()
    {
        BatteryStatistics statistics =
            Measure([.. Row(0, 60, 5, static _ => 90, HistoryState.Discharging), .. Row(3000, 3060, 5, static _ => 40, HistoryState.Discharging)]);
        Assert.Equal(2, statistics.Sessions.Count);
    }

    [Fact]
    public void Measure_counts_the_time_above_40_degrees()
    {
        BatteryStatistics statistics =
            Measure([.. Row(0, 60, 1, static _ => 50, HistoryState.Discharging).Select(static (point, i) => point with { Temperature = i < 20 ? 41 : 35 })]);
        Assert.Equal(TimeSpan.FromMinutes(20), statistics.TimeAbove40Celsius);
    }

    [Fact]
    public void Measure_does_not_care_for_the_order_of_points()
    {
        List<HistoryPoint> points = HistoryFixture.ReadUPower("u1-real-upowerd-two-runs").Points;
        BatteryStatistics expected = Measure(points);
        BatteryStatistics actual = Measure(points.AsEnumerable().Reverse());
        Assert.Equal(expected.Sessions.Select(Rounded), actual.Sessions.Select(Rounded));
        Assert.Equal(expected.Sleeps, actual.Sleeps);

        // A sum depends on the order in its last digit.
        static DischargeSession Rounded(DischargeSession session) => session with { MeanPower = Math.Round(session.MeanPower!.Value, 9), EnergyUsed = null };
    }

    [Fact]
    public void Measure_of_nothing_is_nothing() => Assert.Empty(HistoryStatistics.Measure([]));

    private static IEnumerable<HistoryPoint> Row(int from, int to, int step, Func<int, double> percentage, HistoryState state)
    {
        for (int minute = from; minute <= to; minute += step)
        {
            yield return new()
            {
                UtcTime = s_start.AddMinutes(minute).ToString("o"),
                Battery = "BAT0",
                Percentage = percentage(minute - from),
                EnergyRate = 5,
                State = minute == to && state == HistoryState.Discharging && step == 5 && to == 120 ? HistoryState.Charging : state,
                Format = HistoryFormat.Csv,
            };
        }
    }

    private static BatteryStatistics Measure(IEnumerable<HistoryPoint> points) => Assert.Single(HistoryStatistics.Measure(points));
}
