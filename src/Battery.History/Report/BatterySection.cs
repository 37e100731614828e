using System.Globalization;
using Battery.History.Health;

namespace Battery.History.Report;

/// <summary>Writes the present values of the batteries of a machine.</summary>
internal sealed class BatterySection(HtmlWriter html, ReportText text)
{
    /// <summary>Writes the most important values.</summary>
    public void Write(List<ReportBattery> batteries)
    {
        if (batteries.Count == 0)
        {
            return;
        }

        html.Open("div", ("class", "batteries"));
        foreach (ReportBattery battery in batteries)
        {
            Write(battery);
        }

        html.Close("div");
    }

    /// <summary>Writes every value, known or not.</summary>
    public void WriteValues(List<ReportBattery> batteries) => batteries.ForEach(WriteValues);

    private void Write(ReportBattery battery)
    {
        var health = HealthAssessment.Of(battery.Health);
        html.Open("article", ("class", "card battery"), ("data-battery", battery.Name)).Element("h3", battery.Name);
        html.Open("p", ("class", "charge")).Element("strong", ReportText.Percent(battery.Percentage)).Text(" ")
            .Element("span", battery.State ?? "State not reported", "muted").Close("p");
        if (battery.Percentage is { } percentage)
        {
            string width = percentage.ToString("0.#", CultureInfo.InvariantCulture);
            html.Open("div", ("class", "bar"), ("role", "img"), ("aria-label", $"Charge {ReportText.Percent(percentage)}"))
                .Open("div", ("class", percentage < 20 ? "fill low" : "fill"), ("style", $"width:{width}%")).Close("div").Close("div");
        }

        html.Open("p", ("class", "verdict")).Text("Health: ").Element("strong", health.Verdict.ToString(), Css(health.Verdict)).Text(" ")
            .Element("span", health.Reasons, "muted").Close("p");
        html.Open("p", ("class", "limit")).Text("Charge limit: ").Text(battery.ChargeLimit ?? "none reported").Close("p");
        if (battery.ReadUtc is { } read)
        {
            html.Element("p", $"Read {text.Time(read)}.", "muted");
        }

        html.Close("article");
    }

    private static string Css(HealthVerdict verdict) => verdict switch
    {
        HealthVerdict.Good => "good",
        HealthVerdict.Worn => "fair",
        HealthVerdict.Faulty => "poor",
        _ => "neutral",
    };

    private void WriteValues(ReportBattery battery)
    {
        html.Open("details", ("class", "card"), ("open", string.Empty)).Element("summary", $"All values of {battery.Name}").Open("div", ("class", "groups"));
        foreach (IGrouping<string, ReportValue> group in battery.Values.GroupBy(static value => value.Group))
        {
            html.Open("table", ("class", "values")).Element("caption", group.Key).Open("tbody");
            foreach (ReportValue value in group)
            {
                html.Open("tr").Open("th", ("scope", "row")).Text(value.Label).Close("th");
                html.Element("td", value.Text ?? value.Reason ?? ReportValue.NotReported, value.Text is null ? "missing" : null).Close("tr");
            }

            html.Close("tbody").Close("table");
        }

        html.Close("div").Close("details");
    }
}
