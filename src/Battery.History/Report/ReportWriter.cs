using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Battery.History.Health;
using Battery.History.Model;
using Battery.History.Statistics;

namespace Battery.History.Report;

/// <summary>Writes the report: one HTML file that needs no network and no other file, and can be read without scripts.</summary>
public static class ReportWriter
{
    private const int MaxChartPoints = 1400;
    private const int MinChartPoints = 200;

    /// <summary>The page.</summary>
    /// <param name="options">The options.</param>
    /// <param name="batteries">The present values of the batteries.</param>
    /// <param name="history">Points of their history and of other machines, in any order.</param>
    public static string Write(ReportOptions options, IReadOnlyList<ReportBattery> batteries, IEnumerable<HistoryPoint> history)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(batteries);
        ArgumentNullException.ThrowIfNull(history);
        var analyses = HistoryStatistics.Analyze(options.IncludeSerialNumbers ? history : history.Select(Masked));
        string[] machines = batteries.Select(static battery => battery.ComputerName).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        string unnamed = machines.Length == 1 ? machines[0] : "Unnamed machine";
        string MachineOf(BatteryStatistics statistics) => statistics.ComputerName ?? unnamed;
        machines = [.. machines.Concat(analyses.Select(analysis => MachineOf(analysis.Statistics))).Distinct(StringComparer.OrdinalIgnoreCase)];

        var text = new ReportText(options.TimeZone);
        var html = new HtmlWriter();
        var charts = new List<ChartData>();
        int points = Math.Max(MinChartPoints, MaxChartPoints / Math.Max(1, analyses.Count));
        html.Open("header").Element("h1", options.Title)
            .Element("p", $"Made {text.Time(options.GeneratedUtc)} ({text.Offset(options.GeneratedUtc)}). "
                + $"Times are local times of {ZoneName(options.TimeZone)}.", "muted")
            .Close("header").Open("main");
        if (machines.Length > 1)
        {
            Fleet(html, machines, batteries, analyses, MachineOf);
        }

        foreach (string machine in machines)
        {
            html.Open("section", ("class", "machine"), ("aria-label", machine));
            html.Element("h2", machine);
            List<ReportBattery> now = batteries.Where(battery => IsSame(battery.ComputerName, machine)).ToList();
            var section = new BatterySection(html, text);
            section.Write(now);
            var its = analyses.Where(analysis => IsSame(MachineOf(analysis.Statistics), machine)).ToList();
            foreach ((BatteryStatistics statistics, Timeline timeline) in its)
            {
                string group = $"h{charts.Count}";
                new HistorySection(html, text).Write(statistics, timeline, new ChartBuilder(timeline, statistics, group, points), charts);
            }

            if (its.Count == 0)
            {
                NoHistory(html, options.HistoryNote);
            }

            section.WriteValues(now);
            html.Close("section");
        }

        if (machines.Length == 0)
        {
            html.Element("p", "No battery was found, and no history was given.");
            NoHistory(html, options.HistoryNote);
        }
        else if (options.HistoryNote is not null && analyses.Count > 0)
        {
            html.Element("p", options.HistoryNote, "note");
        }

        html.Close("main");
        return Page(options, html.ToString(), charts);
    }

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static HistoryPoint Masked(HistoryPoint point) => point with
    {
        Battery = point.Format == HistoryFormat.UPower ? Masking.UPowerId(point.Battery) : Masking.Name(point.Battery),
    };

    private static string ZoneName(TimeZoneInfo zone) => zone.HasIanaId ? zone.Id : zone.StandardName;

    private static void Fleet(
        HtmlWriter html, string[] machines, IReadOnlyList<ReportBattery> batteries,
        IReadOnlyList<(BatteryStatistics Statistics, Timeline Timeline)> analyses, Func<BatteryStatistics, string> machineOf)
    {
        IEnumerable<IReadOnlyList<string>> rows = machines.SelectMany(machine =>
        {
            List<BatteryStatistics> its = analyses.Select(static analysis => analysis.Statistics).Where(statistics => IsSame(machineOf(statistics), machine))
                .ToList();
            CapacityTrend? trend = its.Find(static statistics => statistics.CapacityTrend is not null)?.CapacityTrend;
            List<ReportBattery> now = batteries.Where(battery => IsSame(battery.ComputerName, machine)).ToList();
            return now.Count > 0
                ? now.Select(battery => Row(machine, battery.Name, battery.State, battery.Percentage, battery.Health, trend))
                : its.Select(statistics =>
                    Row(machine, statistics.Battery, null, null, new() { StateOfHealth = statistics.StateOfHealth }, statistics.CapacityTrend));
        });
        html.Open("section", ("class", "card")).Table("All machines", ["Machine", "Battery", "State", "Charge", "Health", "Verdict", "Capacity trend"], rows)
            .Close("section");
    }

    private static IReadOnlyList<string> Row(string machine, string battery, string? state, double? percentage, HealthValues health, CapacityTrend? trend) =>
    [
        machine, battery, state ?? ReportText.Unknown, ReportText.Percent(percentage), ReportText.Percent(health.Percent),
        HealthAssessment.Of(health).Verdict.ToString(), HistorySection.Trend(trend),
    ];

    private static void NoHistory(HtmlWriter html, string? note)
    {
        html.Open("div", ("class", "card note")).Element("h3", "No history");
        if (note is not null)
        {
            html.Element("p", note);
        }

        html.Open("p").Text("To get one: on Linux run UPower, which most desktops do; on Windows ").Element("code", "powercfg /batteryreport /xml")
            .Text(" makes one; macOS keeps a log. ").Element("code", "Get-BatteryHistory").Text(" reads them. On any system ")
            .Element("code", "Watch-Battery -Interval 60").Text(" can log to a CSV file (about_Battery and the cookbook show how). Then: ")
            .Element("code", "Export-BatteryReport report.html -History (Get-BatteryHistory)").Close("p").Close("div");
    }

    private static string Page(ReportOptions options, string body, List<ChartData> charts)
    {
        string data = JsonSerializer.Serialize(new { zone = options.TimeZone.HasIanaId ? options.TimeZone.Id : null, charts });
        string library = Asset("uPlot.iife.min.js");
        string script = Asset("report.js");
        bool hasCharts = charts.Count > 0;
        var html = new HtmlWriter();

        // Only the report's own scripts may run, by their hashes, and nothing is loaded.
        string policy = $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src {Hash(library)} {Hash(script)}";
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", "en")).Open("head").Open("meta", ("charset", "utf-8"))
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", policy))
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Open("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Open("link", ("rel", "icon"), ("href", "data:,"))
            .Element("title", options.Title)
            .Raw($"<style>{(hasCharts ? Asset("uPlot.min.css") : string.Empty)}{Asset("report.css")}</style>").Close("head").Open("body").Raw(body);
        html.Open("footer").Element("p", "Made by Export-BatteryReport of the module Battery.");
        if (hasCharts)
        {
            html.Open("details").Element("summary", "License of uPlot, which draws the charts").Element("pre", Asset("uPlot.LICENSE")).Close("details")
                .Close("footer")
                .Raw($"<script type=\"application/json\" id=\"data\">{data}</script><script>{library}</script><script>{script}</script>");
        }
        else
        {
            html.Close("footer");
        }

        return html.Close("body").Close("html").ToString();
    }

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Asset(string name)
    {
        using Stream stream = typeof(ReportWriter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
