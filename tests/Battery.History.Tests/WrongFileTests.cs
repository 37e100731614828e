using System.Text;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.Tests.Shared;

namespace Battery.History.Tests;

/// <summary>Files of another format than their name, or without content: one clear sentence, no point, no exception.</summary>
public sealed class WrongFileTests
{
    [Theory]
    [InlineData("powercfg/h07-html-named-xml-hp-pavilion.xml", HistoryProblemKind.NotAHistory, "powercfg /batteryreport /xml")]
    [InlineData("powercfg/powercfg-batteryreport-desktop-no-battery.xml", HistoryProblemKind.NoBattery, "without a battery")]
    [InlineData("pmset/p06-m3800-quoted-charge-0-on-ac.txt", HistoryProblemKind.NoBattery, "without a battery")]
    [InlineData("pmset/p10-desktop-using-ac-no-charge.txt", HistoryProblemKind.NoMeasurement, "no percentage")]
    [InlineData("no-such-file.xml", HistoryProblemKind.NotFound, "does not exist")]
    public void Read_reports_in_one_sentence_why_a_fixture_has_no_history(string file, HistoryProblemKind kind, string words) =>
        AssertOneProblem(HistoryFixture.Read(HistoryFixture.At(file.Split('/'))), kind, words);

    [Theory]
    [InlineData("x.xml", "", HistoryProblemKind.NotAHistory, "is empty")]
    [InlineData("x.xml", "<note/>", HistoryProblemKind.NotAHistory, "root 'note'")]
    [InlineData("x.xml", "<note", HistoryProblemKind.NotAHistory, "not XML")]
    [InlineData("x.csv", "a,b,c\n1,2,3\n", HistoryProblemKind.NotAHistory, "not a battery history")]
    [InlineData("x.csv", "Time,Percentage\n", HistoryProblemKind.NoMeasurement, "no measurement")]
    [InlineData("x.txt", "hello\nworld\n", HistoryProblemKind.NotAHistory, "not a battery history")]
    [InlineData("x.dat", "1795690799\t96.000\tdischarging\n", HistoryProblemKind.NotAHistory, "history-charge-")]
    [InlineData("history-charge-A-50.dat", "1795690769\t0.000\tunknown\n", HistoryProblemKind.NoMeasurement, "no measurement yet")]
    [InlineData("history-charge-A-50.dat", "", HistoryProblemKind.NoMeasurement, "no measurement yet")]
    public void Read_reports_in_one_sentence_why_a_file_has_no_history(string name, string text, HistoryProblemKind kind, string words)
    {
        using var folder = new TemporaryFolder();
        AssertOneProblem(HistoryFixture.Read(folder.Write(name, text)), kind, words);
    }

    [Fact]
    public void Read_of_a_denied_file_says_that_access_is_denied()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only on Linux a test can give up the right to read everything.");
        using var folder = new TemporaryFolder();
        string file = folder.Write("history-charge-A-50.dat", "1795690799\t96.000\tdischarging\n");
        Unprivileged.Run(() => AssertOneProblem(HistoryFixture.Read(file), HistoryProblemKind.AccessDenied, "is denied"));
        Assert.Single(HistoryFixture.Read(file).Points);
    }

    [Fact]
    public void Read_of_a_truncated_report_gives_what_stands_before_and_the_line_of_the_end()
    {
        using var folder = new TemporaryFolder();
        string text = File.ReadAllText(HistoryFixture.At("powercfg", "h05-dell-latitude-3340-usage-only.xml"));
        string half = text[..text.IndexOf("Timestamp=\"2026-09-15T18:35:42Z\"", StringComparison.Ordinal)];
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(folder.Write("half.xml", half));
        Assert.Equal(4, points.Count);
        Assert.Equal(HistoryProblemKind.UnreadableLine, Assert.Single(problems).Kind);
        int last = half.Count(static c => c == '\n') + 1;
        Assert.InRange(problems[0].Line, last - 1, last);
    }

    [Fact]
    public void Read_of_an_entry_without_a_time_reports_its_line_and_goes_on()
    {
        using var folder = new TemporaryFolder();
        string text = File.ReadAllText(HistoryFixture.At("powercfg", "h05-dell-latitude-3340-usage-only.xml"));
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(
            folder.Write("bad.xml", text.Replace("Timestamp=\"2026-09-15T18:36:17Z\"", "Timestamp=\"soon\"", StringComparison.Ordinal)));
        Assert.Equal(47, points.Count);
        Assert.InRange(Assert.Single(problems).Line, 90, 110);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-8", true)]
    public void Read_takes_a_report_in_any_encoding_that_people_save_it_in(string name, bool hasMark)
    {
        using var folder = new TemporaryFolder();
        Encoding encoding = name switch
        {
            "utf-16" => new UnicodeEncoding(false, hasMark),
            "utf-16BE" => new UnicodeEncoding(true, hasMark),
            _ => new UTF8Encoding(hasMark),
        };
        string text = File.ReadAllText(HistoryFixture.At("powercfg", "h05-dell-latitude-3340-usage-only.xml"));
        Assert.Equal(48, HistoryFixture.Read(folder.Write("saved.xml", text, encoding)).Points.Count);
    }

    [Fact]
    public void Read_takes_wrapped_values_for_unknown()
    {
        using var folder = new TemporaryFolder();
        const string Report = """
            <BatteryReport xmlns="http://schemas.microsoft.com/battery/2012"><Batteries>
            <Battery><Id>B</Id><DesignCapacity>50000</DesignCapacity></Battery></Batteries>
            <RecentUsage><UsageEntry Timestamp="2026-01-01T00:00:00Z" Duration="18446744073709051652" Ac="0" EntryType="Active"
            ChargeCapacity="4294967295" Discharge="10" FullChargeCapacity="4294967295"/>
            <UsageEntry Timestamp="2026-01-01T01:00:00Z" Duration="10000000" Ac="0" EntryType="Active"
            ChargeCapacity="59000" Discharge="10" FullChargeCapacity="50000"/></RecentUsage>
            <History><HistoryEntry StartDate="2026-01-01T00:00:00Z" EndDate="2026-01-08T00:00:00Z"
            FullChargeCapacity="0" DesignCapacity="0" ActiveDcTime="P24694DT4H29M23S" ActiveDcEnergy="-12"/></History></BatteryReport>
            """;
        (List<HistoryPoint> points, List<HistoryProblem> problems) = HistoryFixture.Read(folder.Write("wrapped.xml", Report));
        Assert.Empty(problems);
        Assert.Equal(2, points.Count);
        Assert.Null(points[0].Duration);
        Assert.Null(points[0].Energy);
        Assert.Null(points[0].EnergyFull);
        Assert.Equal((100.0, 59.0), (points[1].Percentage, points[1].Energy));
    }

    [Fact]
    public void Read_of_relative_capacities_gives_percentages_and_no_energies()
    {
        using var folder = new TemporaryFolder();
        const string Report = """
            <BatteryReport xmlns="http://schemas.microsoft.com/battery/2012"><Batteries>
            <Battery><Id>B</Id><RelativeCapacity>1</RelativeCapacity><DesignCapacity>100</DesignCapacity></Battery></Batteries>
            <RecentUsage><UsageEntry Timestamp="2026-01-01T00:00:00Z" Duration="36000000000" Ac="0" EntryType="Active"
            ChargeCapacity="80" Discharge="12" FullChargeCapacity="100"/></RecentUsage></BatteryReport>
            """;
        HistoryPoint point = Assert.Single(HistoryFixture.Read(folder.Write("relative.xml", Report)).Points);
        Assert.Equal((80.0, 12.0), (point.Percentage, point.PercentUsed));
        Assert.Null(point.Energy);
        Assert.Null(point.EnergyUsed);
        Assert.Null(point.EnergyFullDesign);
    }

    private static void AssertOneProblem((List<HistoryPoint> Points, List<HistoryProblem> Problems) result, HistoryProblemKind kind, string words)
    {
        Assert.Empty(result.Points);
        HistoryProblem problem = Assert.Single(result.Problems);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }
}
