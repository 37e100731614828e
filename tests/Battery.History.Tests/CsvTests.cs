using Battery.History.Model;
using Battery.History.Reading;

namespace Battery.History.Tests;

/// <summary>CSV files in the formats of different cultures.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("Time,Name,State,Percentage\n2026-11-26T12:47:15.5000000Z,BAT0,Discharging,80.5\n")]
    [InlineData("\"Time\",\"Name\",\"State\",\"Percentage\"\n\"2026-11-26T13:47:15.5000000+01:00\",\"BAT0\",\"Discharging\",\"80,5\"\n")]
    [InlineData("Time;Name;State;Percentage\n2026-11-26T13:47:15.5+01:00;BAT0;2;80,5\n")]
    [InlineData("sep=;\nTime;Name;State;Percentage\n26.11.2026 13:47:15.5 +01:00;BAT0;Discharging;80,5\n")]
    [InlineData("#TYPE Battery.BatteryInfo\n\"Timestamp\",\"Name\",\"State\",\"Percentage\"\n\"26.11.2026 12:47:15.5\",\"BAT0\",\"Discharging\",\"80,5\"\n")]
    [InlineData("Timestamp,Name,State,Percentage\n11/26/2026 12:47:15.5 PM,BAT0,Discharging,80.5\n")]
    [InlineData("Timestamp,Name,State,Percentage\n26/11/2026 12:47:15.5,BAT0,Discharging,80.5\n")]
    [InlineData("Time\tName\tState\tPercentage\n2026-11-26T12:47:15.5Z\tBAT0\tDischarging\t80٫5\n")]
    [InlineData("Time,UtcTime,Battery,State,Percentage\nwhatever,2026-11-26T12:47:15.5Z,BAT0,Discharging,80.5\n")]
    public void Read_gives_the_same_point_of_every_culture(string text)
    {
        using var folder = new TemporaryFolder();
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(folder.Write("log.csv", text));
        Assert.Empty(problems);
        HistoryPoint point = Assert.Single(points);
        Assert.Equal(("2026-11-26T12:47:15.5Z", "BAT0", 80.5, HistoryState.Discharging), (point.UtcTime, point.Battery, point.Percentage, point.State));
    }

    [Fact]
    public void Read_takes_the_order_of_day_and_month_from_any_row()
    {
        using var folder = new TemporaryFolder();
        const string Text = "Timestamp,Percentage\n03/04/2026 10:00:00,90\n03/04/2026 11:00:00,80\n13/04/2026 10:00:00,70\n";
        List<HistoryPoint> points = HistoryFixture.Read(folder.Write("log.csv", Text)).Points;
        Assert.Equal(["2026-04-03T10:00:00Z", "2026-04-03T11:00:00Z", "2026-04-13T10:00:00Z"], points.Select(static point => point.UtcTime));
    }

    [Theory]
    [InlineData("Timestamp,Percentage\n03/04/2026 10:00:00,90\n", "ambiguous")]
    [InlineData("Time,Percentage\n26.11.2026 10:00:00,90\n", "no time zone")]
    [InlineData("Time,Percentage\nyesterday,90\n", "column 'Time'")]
    [InlineData("Timestamp,Percentage\n26/11/2569 10:00:00,90\n", "cannot be read")]
    [InlineData("Time,Percentage\n2026-11-26T12:00:00Z,many\n", "a number")]
    [InlineData("Time,Percentage\n2026-11-26T12:00:00Z,300\n", "a percentage")]
    [InlineData("Time,Percentage\n\"2026-11-26T12:00:00Z,90\n", "does not end")]
    public void Read_refuses_an_ambiguous_or_invalid_time_with_its_line(string text, string words)
    {
        using var folder = new TemporaryFolder();
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(folder.Write("log.csv", text));
        Assert.Empty(points);
        Assert.Equal(2, problems[0].Line);
        Assert.Contains(words, problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1.5")]
    [InlineData("-1,5")]
    [InlineData("\u200E\u22121\u066B5")]
    [InlineData("\u061C-1\u066B5")]
    public void Read_accepts_a_negative_number_of_any_culture(string number)
    {
        using var folder = new TemporaryFolder();
        string text = $"UtcTime;Percentage;EnergyUsed\n2026-11-26T12:00:00Z;90;{number}\n";
        Assert.Equal(-1.5, Assert.Single(HistoryFixture.Read(folder.Write("log.csv", text)).Points).EnergyUsed);
    }

    [Fact]
    public void Read_continues_after_an_unreadable_row()
    {
        using var folder = new TemporaryFolder();
        const string Text = "Time,Percentage,Model\n2026-11-26T12:00:00Z,90,\"a \"\"b\"\", c\nd\"\n2026-11-26T12:01:00Z,oops,x\n2026-11-26T12:02:00Z,88,x\n";
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(folder.Write("log.csv", Text));
        Assert.Equal([90.0, 88.0], points.Select(static point => point.Percentage!.Value));
        Assert.Equal(4, Assert.Single(problems).Line);
    }
}
