using Battery.History.Statistics;

namespace Battery.History.Report;

/// <summary>Writes the history of one battery: key figures, charts, and tables with the same values for readers without scripts.</summary>
internal sealed class HistorySection(HtmlWriter html, ReportText text)
{
    private const int MaxRows = 50;
    private const int OpenRows = 12;
    private const int MaxSleeps = 20;

    public static string Trend(CapacityTrend? trend) =>
        trend is null ? ReportText.Unknown
        : $"{ReportText.Number(trend.PercentPerYear, "+0.0;-0.0;0.0", "%/year")}{(trend.IsSignificant ? string.Empty : " (not certain)")}";

    public void Write(BatteryStatistics statistics, Timeline timeline, ChartBuilder builder, List<ChartData> charts)
    {
        html.Open("section", ("class", "history"), ("aria-label", $"History of {statistics.Battery}"));
        html.Element("h3", $"History of {statistics.Battery}");
        html.Element("p", $"{text.Time(statistics.UtcStart)} to {text.Time(statistics.UtcEnd)}, {statistics.Points} points.", "muted");
        Tiles(statistics);
        Chart(builder.Charge(), "Charge", ChargeSummary(statistics, timeline), charts);
        Chart(builder.Power(), "Power", PowerSummary(statistics), charts);
        ChartData? capacity = builder.Capacity();
        Chart(capacity, "Full capacity", CapacitySummary(statistics, capacity?.Range), charts);
        Sessions(statistics.Sessions);
        Details(statistics, timeline);
        html.Close("section");
    }

    private void Tiles(BatteryStatistics statistics)
    {
        Drain? sleep = statistics.LongSleepDrain ?? statistics.SleepDrain;
        html.Open("dl", ("class", "tiles"));
        Tile("Use awake", statistics.ActivePower is not null ? ReportText.Number(statistics.ActivePower, "0.0", "W")
            : ReportText.Number(statistics.ActivePercentPerHour, "0.0", "%/h"),
            statistics.ActivePower is not null && statistics.ActivePercentPerHour is not null
                ? ReportText.Number(statistics.ActivePercentPerHour, "0.0", "%/h") : null);
        Tile("Drain asleep or off", sleep is null ? ReportText.Unknown : ReportText.Number(sleep.PercentPerHour, "0.00", "%/h"),
            sleep is null ? "no sleep on battery recorded"
                : (sleep.MeanPower is null ? string.Empty : ReportText.Number(sleep.MeanPower, "0.00", "W") + ", ")
                    + $"{sleep.Count} periods, {ReportText.Duration(sleep.Duration)}");
        Tile("Capacity trend", Trend(statistics.CapacityTrend), statistics.CapacityTrend is { } trend
            ? $"95 % interval {ReportText.Number(trend.Low, "+0.0;-0.0;0.0", string.Empty).Trim()} to {ReportText.Number(trend.High, "+0.0;-0.0;0.0", "%")}"
                : "needs four weeks of capacities");
        Tile("Health", ReportText.Percent(statistics.StateOfHealth), statistics.EnergyFull is null ? null
            : $"{ReportText.Number(statistics.EnergyFull, "0.0", "Wh")} of {ReportText.Number(statistics.EnergyFullDesign, "0.0", "Wh")}");
        Tile("Cycles", statistics.CycleCount is { } cycles ? ReportText.Number(cycles, "0", string.Empty).Trim() : ReportText.Unknown, null);
        Tile("At 100 %", statistics.TimeAtFull is { } full ? ReportText.Duration(full) : ReportText.Unknown,
            Share(statistics.TimeAtFull, statistics.TimeRecorded));
        if (statistics.TimeAbove40Celsius is { } hot)
        {
            Tile("Above 40 °C", ReportText.Duration(hot), Share(hot, statistics.TimeRecorded));
        }

        html.Close("dl");
    }

    private static string? Share(TimeSpan? part, TimeSpan whole) =>
        part is { } time && whole > TimeSpan.Zero ? $"{ReportText.Percent(100 * time / whole)} of the time with a known charge" : null;

    private void Tile(string name, string value, string? more)
    {
        html.Open("div").Element("dt", name).Open("dd").Element("strong", value);
        if (more is not null)
        {
            html.Element("small", more);
        }

        html.Close("dd").Close("div");
    }

    private void Chart(ChartData? chart, string title, string summary, List<ChartData> charts)
    {
        if (chart is null)
        {
            return;
        }

        charts.Add(chart);
        html.Open("figure", ("class", "card chart")).Open("figcaption").Element("h4", $"{title}, {chart.Unit}").Element("p", summary, "muted")
            .Close("figcaption");
        html.Open("div", ("id", chart.Id), ("class", "plot"), ("role", "img"), ("tabindex", "0"),
            ("aria-label", $"Chart: {title}. {summary} The arrow keys move along it.")).Close("div");
        html.Open("noscript").Element("p", "The chart needs JavaScript. The tables below hold its values.", "muted").Close("noscript").Close("figure");
    }

    private string ChargeSummary(BatteryStatistics statistics, Timeline timeline)
    {
        Sample[] known = timeline.Samples.Where(static sample => !double.IsNaN(sample.Percentage)).ToArray();
        if (known.Length == 0)
        {
            return "Not recorded.";
        }

        Sample lowest = known.MinBy(static sample => sample.Percentage);
        return $"Lowest {ReportText.Percent(lowest.Percentage)} at {text.Time(lowest.Utc)}; {statistics.Sessions.Count} sessions on battery. "
            + "Shaded: external power; hatched: sleep.";
    }

    private static string PowerSummary(BatteryStatistics statistics) =>
        $"Above 0 while the battery discharges, below 0 while it charges. Mean awake {ReportText.Number(statistics.ActivePower, "0.0", "W")}.";

    private string CapacitySummary(BatteryStatistics statistics, double[]? range)
    {
        int outside = range is null ? 0 : statistics.Capacities.Count(entry => entry.Energy < range[0] || entry.Energy > range[1]);
        string note = outside > 0 ? $" Outliers that the chart leaves out and the table has: {outside}." : string.Empty;
        return (statistics.CapacityTrend is { } trend
            ? $"{ReportText.Number(trend.StartEnergyFull, "0.0", "Wh")} on {text.Day(trend.UtcStart)}, "
                + $"{ReportText.Number(trend.EndEnergyFull, "0.0", "Wh")} on {text.Day(trend.UtcEnd)} by the trend, {Trend(trend)}: "
                + "the median of the slopes between all pairs (Theil–Sen)."
            : "Too few capacities, or less than four weeks of them, for a trend.") + note;
    }

    private void Sessions(IReadOnlyList<DischargeSession> sessions)
    {
        if (sessions.Count == 0)
        {
            html.Element("p", "No session on battery is recorded.", "muted");
            return;
        }

        string[] head = ["Start", "Length", "Charge", "Used, Wh", "Mean, W", "%/h", "Asleep"];
        List<IReadOnlyList<string>> rows = sessions.Reverse().Take(MaxRows).Select(session => (IReadOnlyList<string>)
        [
            text.Time(session.UtcStart), ReportText.Duration(session.Duration), ReportText.Change(session.StartPercentage, session.EndPercentage),
                Plain(session.EnergyUsed, "0.0"),
            Plain(session.MeanPower, "0.0"), Plain(session.PercentPerHour, "0.0"), session.SleepTime > TimeSpan.Zero ? ReportText.Duration(session.SleepTime)
                : ReportText.Unknown,
        ]).ToList();
        html.Open("div", ("class", "card")).Table("Sessions on battery, the last first", head, rows.Take(OpenRows));
        if (rows.Count > OpenRows)
        {
            string title = sessions.Count > MaxRows ? $"Earlier ones, up to the last {MaxRows} of {sessions.Count}" : $"Earlier ones ({rows.Count - OpenRows})";
            html.Open("details").Element("summary", title).Table(title, head, rows.Skip(OpenRows)).Close("details");
        }

        html.Close("div");
    }

    private void Details(BatteryStatistics statistics, Timeline timeline)
    {
        Detail("Charges", statistics.Charges.Count, ["Start", "Length", "Charge", "Charged, Wh", "%/h"], statistics.Charges.Reverse().Take(MaxRows)
            .Select(charge => (IReadOnlyList<string>)
        [
            text.Time(charge.UtcStart), ReportText.Duration(charge.Duration), ReportText.Change(charge.StartPercentage, charge.EndPercentage),
                Plain(charge.EnergyCharged, "0.0"), Plain(charge.PercentPerHour, "0.0"),
        ]));
        List<SleepPeriod> sleeps = statistics.Sleeps.Where(static sleep => sleep.IsOnBattery).OrderByDescending(static sleep => sleep.Duration).ToList();
        Detail("Longest times asleep or off on battery", sleeps.Count, ["Start", "Length", "Charge", "Lost, Wh", "%/h"], sleeps.Take(MaxSleeps)
            .Select(sleep => (IReadOnlyList<string>)
        [
            text.Time(sleep.UtcStart), ReportText.Duration(sleep.Duration), ReportText.Change(sleep.StartPercentage, sleep.EndPercentage),
                Plain(sleep.EnergyUsed, "0.00"), Plain(sleep.PercentPerHour, "0.00"),
        ]));
        List<DaySummary> days = DaySummary.Of(timeline, text);
        Detail("Days", days.Count, ["Day", "Lowest", "Highest", "On battery"], days.Select(static day => (IReadOnlyList<string>)
        [
            day.Day, ReportText.Percent(day.Lowest), ReportText.Percent(day.Highest), ReportText.Duration(day.OnBattery),
        ]));
        Detail("Full capacities", statistics.Capacities.Count, ["Day", "Full capacity, Wh"], statistics.Capacities.Reverse().Take(2 * MaxRows)
            .Select(entry => (IReadOnlyList<string>)
        [
            text.Day(entry.Utc), Plain(entry.Energy, "0.00"),
        ]));
    }

    private void Detail(string title, int count, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (count > 0)
        {
            html.Open("details", ("class", "card")).Element("summary", $"{title} ({count})").Table(title, head, rows).Close("details");
        }
    }

    private static string Plain(double? value, string format) => value is null ? ReportText.Unknown : ReportText.Number(value, format, string.Empty).TrimEnd();
}
