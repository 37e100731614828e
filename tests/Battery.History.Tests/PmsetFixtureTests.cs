using System.Text.Json;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>Logs of Macs against what was computed from them apart from this project.</summary>
public sealed class PmsetFixtureTests
{
    public static TheoryData<string> Files => new(HistoryFixture.Expected("pmset").Select(static entry => entry.GetProperty("file").GetString()!));

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_gives_every_charge_of_a_machine_with_a_battery(string file)
    {
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(HistoryFixture.At("pmset", file));
        JsonElement expected = HistoryFixture.Expected("pmset", file);
        if (expected.GetProperty("no_battery").GetBoolean() || expected.GetProperty("points_n").GetInt32() == 0)
        {
            Assert.Empty(points);
            Assert.Equal(expected.GetProperty("no_battery").GetBoolean() ? HistoryProblemKind.NoBattery : HistoryProblemKind.NoMeasurement,
                Assert.Single(problems).Kind);
            return;
        }

        Assert.Equal(
            expected.GetProperty("points").EnumerateArray()
                .Select(static point => (point.GetProperty("utc").GetString(), point.GetProperty("percent").GetDouble(), point.GetProperty("ac").GetBoolean())),
            points.Select(static point => ((string?)point.UtcTime, point.Percentage!.Value, point.ExternalPower!.Value)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Measure_gives_sessions_and_sleeps(string file)
    {
        (List<HistoryPoint> points, _) = HistoryFixture.Read(HistoryFixture.At("pmset", file));
        JsonElement expected = HistoryFixture.Expected("pmset", file);
        if (points.Count == 0)
        {
            Assert.Empty(HistoryStatistics.Measure(points));
            return;
        }

        BatteryStatistics statistics = Assert.Single(HistoryStatistics.Measure(points));
        Assert.Equal(
            expected.GetProperty("sessions").EnumerateArray().Select(static session => (
                session.GetProperty("start").GetString(), session.GetProperty("end").GetString(), (double?)session.GetProperty("from").GetDouble(),
                    (double?)session.GetProperty("to").GetDouble(), session.GetProperty("points").GetInt32())),
            statistics.Sessions.Select(static session => (
                (string?)HistoryFixture.Utc(session.Start), (string?)HistoryFixture.Utc(session.End), session.StartPercentage, session.EndPercentage,
                    session.Points)));
        Assert.Equal(
            expected.GetProperty("sleeps").EnumerateArray().Select(static sleep => (
                sleep.GetProperty("start").GetString(), sleep.GetProperty("seconds").GetDouble(), (double?)sleep.GetProperty("from").GetDouble(),
                    Number(sleep.GetProperty("to")), sleep.GetProperty("on_battery").GetBoolean())),
            statistics.Sleeps.Select(static sleep => (
                (string?)HistoryFixture.Utc(sleep.Start), sleep.Duration.TotalSeconds, sleep.StartPercentage, sleep.EndPercentage, sleep.IsOnBattery)));
    }

    [Fact]
    public void Read_reports_a_charge_without_a_time_with_its_line()
    {
        (_, List<HistoryProblem> problems) = HistoryFixture.Read(HistoryFixture.At("pmset", "p01-macos-15.7-copied-shapes.txt"));
        HistoryProblem problem = Assert.Single(problems);
        Assert.Equal((HistoryProblemKind.UnreadableLine, 9L), (problem.Kind, problem.Line));
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
}
