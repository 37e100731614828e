using System.Text.Json;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>Files of a real daemon against what was computed from them apart from this project.</summary>
public sealed class UPowerFixtureTests
{
    private const string TwoRuns = "u1-real-upowerd-two-runs";
    private const string OddLines = "u3-odd-lines";

    [Theory]
    [InlineData(TwoRuns)]
    [InlineData(OddLines)]
    public void Read_gives_every_measurement_and_no_marker(string folder)
    {
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.ReadUPower(folder);
        JsonElement expected = HistoryFixture.ExpectedFolder(folder);
        int bad = 0;
        foreach ((string quantity, Func<HistoryPoint, object?> value) in new (string, Func<HistoryPoint, object?>)[]
        {
            ("charge", static point => point.Percentage), ("rate", static point => point.EnergyRate),
        })
        {
            if (!expected.TryGetProperty(quantity, out JsonElement wanted))
            {
                continue;
            }

            List<HistoryPoint> known = points.FindAll(point => value(point) is not null);
            bad += wanted.GetProperty("bad").GetInt32();
            Assert.Equal(wanted.GetProperty("points").GetInt32(), known.Count);
            Assert.Equal(wanted.GetProperty("last").GetString(), known[^1].UtcTime);
            Assert.Equal(wanted.GetProperty("min").GetDouble(), known.Min(point => (double)value(point)!));
            Assert.Equal(wanted.GetProperty("max").GetDouble(), known.Max(point => (double)value(point)!));
        }

        Assert.Equal(bad, problems.Count);
        Assert.Equal(points.OrderBy(static point => point.Utc), points);
    }

    [Theory]
    [InlineData(TwoRuns)]
    [InlineData(OddLines)]
    public void Measure_gives_the_sessions(string folder)
    {
        BatteryStatistics statistics = Measure(folder);
        JsonElement[] expected = HistoryFixture.ExpectedFolder(folder).GetProperty("sessions").EnumerateArray().ToArray();

        Assert.Equal(expected.Length, statistics.Sessions.Count);
        foreach ((JsonElement wanted, DischargeSession session) in expected.Zip(statistics.Sessions))
        {
            Assert.Equal(wanted.GetProperty("start").GetString(), HistoryFixture.Utc(session.Start));
            Assert.Equal(wanted.GetProperty("end").GetString(), HistoryFixture.Utc(session.End));
            Assert.Equal(wanted.GetProperty("from").GetDouble(), session.StartPercentage);
            Assert.Equal(wanted.GetProperty("to").GetDouble(), session.EndPercentage);
            double? power = wanted.GetProperty("mean_w").ValueKind == JsonValueKind.Null ? null : wanted.GetProperty("mean_w").GetDouble();
            Assert.Equal(power, session.MeanPower is { } mean ? Math.Round(mean, 2) : null);
        }
    }

    [Theory]
    [InlineData(TwoRuns, "2026-11-26T15:14:39Z", "2026-11-26T18:35:11Z")]
    [InlineData(OddLines, "2026-11-26T15:13:08Z")]
    public void Measure_gives_the_silences_in_which_charge_was_lost(string folder, params string[] starts)
    {
        BatteryStatistics statistics = Measure(folder);
        JsonElement[] silences = HistoryFixture.ExpectedFolder(folder).GetProperty("silences_over_10min").EnumerateArray().ToArray();

        Assert.Equal(starts, statistics.Sleeps.Select(static sleep => HistoryFixture.Utc(sleep.Start)));
        foreach (SleepPeriod sleep in statistics.Sleeps)
        {
            JsonElement silence = silences.Single(entry => entry.GetProperty("from").GetString() == HistoryFixture.Utc(sleep.Start));
            Assert.Equal(silence.GetProperty("percent_from").GetDouble(), sleep.StartPercentage);
            Assert.Equal(silence.GetProperty("percent_to").GetDouble(), sleep.EndPercentage);
            Assert.Equal(silence.GetProperty("restart").GetBoolean(), sleep.HasRestart);

            // The daemon's start is a marker; the first measurement follows within a minute.
            Assert.InRange(sleep.Duration.TotalMinutes - silence.GetProperty("minutes").GetDouble(), -0.06, 1);
        }
    }

    private static BatteryStatistics Measure(string folder) =>
        Assert.Single(HistoryStatistics.Measure(HistoryFixture.ReadUPower(folder).Points));
}
