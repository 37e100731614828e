using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Tests;

/// <summary>The reader's culture and time zone change nothing but the local times that are shown.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData(",", "-", ".")]
    [InlineData("٫", "\u2212", "/")]
    [InlineData("/", "~", "_")]
    public void Read_and_Measure_give_the_same_in_every_culture(string decimalSeparator, string negativeSign, string dateSeparator)
    {
        string expected = Everything();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = decimalSeparator;
            odd.NumberFormat.NegativeSign = negativeSign;
            odd.DateTimeFormat.DateSeparator = dateSeparator;
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(expected, Everything());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    [InlineData("Europe/Berlin")]
    [InlineData("Asia/Kathmandu")]
    public void Read_and_Measure_give_the_same_in_every_time_zone(string zone)
    {
        // The zone of a process is fixed, so another process reads.
        string? host = Environment.ProcessPath;
        Assert.NotNull(host);
        Assert.Equal(Everything(), Run(host, zone));
    }

    /// <summary>What another process prints: this assembly's entry point runs it when the variable is set.</summary>
    internal static string Everything()
    {
        List<HistoryPoint> points =
        [
            .. HistoryFixture.Read(HistoryFixture.At("powercfg", "h09-hp-pavilion-built-from-html.xml")).Points,
            .. HistoryFixture.Read(HistoryFixture.At("pmset", "p14-composed-over-end-of-summer-time.txt")).Points,
            .. HistoryFixture.ReadUPower("u1-real-upowerd-two-runs").Points,
        ];
        IEnumerable<string> lines = points.Select(static point =>
            FormattableString.Invariant($"{point.UtcTime} {point.Battery} {point.Percentage} {point.Energy} {point.EnergyRate} {point.State}"))
            .Concat(HistoryStatistics.Measure(points).SelectMany(static battery => battery.Sessions
                .Select(static session => FormattableString.Invariant(
                    $"{HistoryFixture.Utc(session.Start)} {HistoryFixture.Utc(session.End)} {session.EnergyUsed} {session.PercentUsed}"))));
        return string.Join('\n', lines);
    }

    private static string Run(string host, string zone)
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "the system has no time zones (Debian's package tzdata)");
        var start = new ProcessStartInfo(host) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        }

        foreach (string argument in new[] { "-method", "*.TimeZoneProbe.*", "-explicit", "only" })
        {
            start.ArgumentList.Add(argument);
        }

        string file = Path.GetTempFileName();
        start.Environment["TZ"] = zone;
        start.Environment[TimeZoneProbe.Variable] = file;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        string result = File.ReadAllText(file);
        File.Delete(file);
        Assert.True(result.Length > 0, output);
        string first = result[..result.IndexOf('\n', StringComparison.Ordinal)];
        Assert.Equal(zone, first);
        return result[(first.Length + 1)..];
    }
}
