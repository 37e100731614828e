using System.Xml.Linq;
using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>Two reports of one machine are one history.</summary>
public sealed class MergeTests
{
    private const string File5593 = "powercfg-batteryreport-dell-inspiron-5593.xml";
    private static readonly XNamespace s_namespace = "http://schemas.microsoft.com/battery/2012";

    [Fact]
    public void Measure_of_a_report_and_its_copy_gives_each_session_once()
    {
        using var folder = new TemporaryFolder();
        string original = HistoryFixture.At("powercfg", File5593);
        string copy = Path.Combine(folder.Path, "copy.xml");
        File.Copy(original, copy);
        List<HistoryPoint> once = HistoryFixture.Read(original).Points;
        Assert.Equal(once.Count, HistoryFixture.Read(original, copy).Points.Count);
        List<HistoryPoint> twice = [.. once, .. HistoryFixture.Read(copy).Points];
        AssertSame(Measure(once), Measure(twice));
    }

    [Theory]
    [InlineData(60, 150)]
    [InlineData(100, 101)]
    [InlineData(20, 229)]
    public void Measure_of_an_early_and_a_late_report_gives_what_the_whole_one_gives(int lateStart, int earlyEnd)
    {
        using var folder = new TemporaryFolder();
        string original = HistoryFixture.At("powercfg", File5593);
        string early = Part(folder, original, "early.xml", 0, earlyEnd, cutsFirst: false);
        string late = Part(folder, original, "late.xml", lateStart, 229, cutsFirst: true);
        BatteryStatistics whole = Measure(HistoryFixture.Read(original).Points);
        AssertSame(whole, Measure(HistoryFixture.Read(early, late).Points));
        AssertSame(whole, Measure([.. HistoryFixture.Read(late).Points, .. HistoryFixture.Read(early).Points]));
    }

    [Fact]
    public void Measure_keeps_two_machines_apart()
    {
        List<HistoryPoint> first = HistoryFixture.Read(HistoryFixture.At("powercfg", File5593)).Points;
        IReadOnlyList<BatteryStatistics> statistics =
            HistoryStatistics.Measure(first.Concat(first.Select(static point => point with { ComputerName = "OTHER" })));
        Assert.Equal(2, statistics.Count);
        Assert.All(statistics, static machine => Assert.Equal(44, machine.Sessions.Count));
    }

    // A report of later days begins in the middle of a period: its first row is the rest of that.
    private static string Part(TemporaryFolder folder, string original, string name, int first, int end, bool cutsFirst)
    {
        XDocument report = XDocument.Load(original);
        List<XElement> rows = report.Descendants(s_namespace + "UsageEntry").ToList();
        for (int i = 0; i < rows.Count; i++)
        {
            if (i < first || i >= end)
            {
                rows[i].Remove();
            }
        }

        if (cutsFirst)
        {
            Halve(rows[first]);
        }

        string path = Path.Combine(folder.Path, name);
        report.Save(path);
        return path;
    }

    private static void Halve(XElement row)
    {
        long ticks = (long)row.Attribute("Duration")! / 2 / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond;
        long used = (long)row.Attribute("Discharge")! / 2;
        row.SetAttributeValue("Timestamp", ((DateTime)row.Attribute("Timestamp")!).ToUniversalTime().AddTicks(ticks)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        row.SetAttributeValue("Duration", (long)row.Attribute("Duration")! - ticks);
        row.SetAttributeValue("ChargeCapacity", (long)row.Attribute("ChargeCapacity")! - used);
        row.SetAttributeValue("Discharge", (long)row.Attribute("Discharge")! - used);
    }

    private static BatteryStatistics Measure(IEnumerable<HistoryPoint> points) => Assert.Single(HistoryStatistics.Measure(points));

    private static void AssertSame(BatteryStatistics expected, BatteryStatistics actual)
    {
        Assert.Equal(expected.Sessions.Select(static session => HistoryFixture.Utc(session.Start)),
            actual.Sessions.Select(static session => HistoryFixture.Utc(session.Start)));
        Assert.Equal(expected.EnergyUsed!.Value, actual.EnergyUsed!.Value, 1e-6);
        Assert.Equal(expected.SleepDrain!.Duration.TotalSeconds, actual.SleepDrain!.Duration.TotalSeconds, 2.0);
        Assert.Equal(expected.CapacityTrend!.EnergyPerYear, actual.CapacityTrend!.EnergyPerYear, 1e-6);
    }
}
