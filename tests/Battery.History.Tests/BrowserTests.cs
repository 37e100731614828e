using System.Globalization;
using Battery.History.Model;
using Battery.History.Statistics;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Battery.History.Tests;

/// <summary>The report in a real browser.</summary>
public sealed class BrowserTests : IClassFixture<BrowserFixture>
{
    private readonly BrowserFixture _browser;

    public BrowserTests(BrowserFixture browser) => _browser = browser;

    public static TheoryData<string> Histories =>
        ["powercfg/powercfg-batteryreport-dell-inspiron-5593.xml", "powercfg/h09-hp-pavilion-built-from-html.xml",
        "pmset/p14-composed-over-end-of-summer-time.txt", "upower/u1-real-upowerd-two-runs", "year"];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Report_opens_without_an_error_or_a_request_and_draws_every_chart(string history)
    {
        await using OpenedReport report = await _browser.OpenAsync(Html(history));
        Assert.Empty(report.Errors);
        Assert.Equal([report.Address], report.Requests);
        int[] inked = await report.Page.EvaluateFunctionAsync<int[]>("""
            () => [...document.querySelectorAll('.plot canvas')].map(c => {
              const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
              let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })
            """);
        Assert.NotEmpty(inked);
        Assert.Equal(await report.Page.EvaluateExpressionAsync<int>("document.querySelectorAll('.plot').length"), inked.Length);
        Assert.All(inked, static count => Assert.True(count > 5000, $"a chart has only {count} drawn pixels"));
    }

    [Fact]
    public async Task Report_shows_the_values_of_the_objects()
    {
        List<HistoryPoint> points = Points("powercfg/powercfg-batteryreport-dell-inspiron-5593.xml");
        BatteryStatistics statistics = Assert.Single(HistoryStatistics.Measure(points));
        await using OpenedReport report = await _browser.OpenAsync(ReportSamples.Write([ReportSamples.Battery("BAT0")], points));
        string[] values = await report.Page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('table.values tr')].map(r => r.cells[0].innerText + '=' + r.cells[1].innerText)");
        Assert.Equal(["Charge=68 %", "Power=8.34 W", "Temperature=the driver does not measure it", "Cycles=not reported"], values);
        string[] energies = await report.Page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('table')].filter(t => /^Sessions|^Earlier/.test(t.caption?.textContent ?? ''))"
                + ".flatMap(t => [...t.tBodies[0].rows]).map(r => r.cells[3].textContent)");
        Assert.Equal(statistics.Sessions.Reverse().Select(static session => session.EnergyUsed!.Value.ToString("0.0", CultureInfo.InvariantCulture)), energies);

        // What the chart holds is what the points hold, in their order.
        double?[] charges = await report.Page.EvaluateExpressionAsync<double?[]>(
            "JSON.parse(document.getElementById('data').textContent).charts[0].series[0].v");
        Assert.All(points.Where(static point => point.Kind == HistoryKind.Usage), point => Assert.Contains(Math.Round(point.Percentage!.Value, 1), charges));
    }

    [Fact]
    public async Task Report_does_not_run_a_script_in_a_name()
    {
        const string Name = "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">";
        IEnumerable<HistoryPoint> points = Points("pmset/p14-composed-over-end-of-summer-time.txt")
            .Select(static point => point with { Battery = Name, ComputerName = "</script><script>document.title='hit'</script>" });
        await using OpenedReport report = await _browser.OpenAsync(ReportSamples.Write([ReportSamples.Battery(Name)], points));
        Assert.Equal("Battery report", await report.Page.GetTitleAsync());
        Assert.Equal(Name, await report.Page.EvaluateExpressionAsync<string>("document.querySelector('article h3').innerText"));
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task Report_follows_the_dark_mode_with_charts_and_enough_contrast()
    {
        await using OpenedReport report = await _browser.OpenAsync(Html("pmset/p14-composed-over-end-of-summer-time.txt"));
        foreach (string scheme in new[] { "light", "dark" })
        {
            await report.Page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
            double[] contrasts = await report.Page.EvaluateFunctionAsync<double[]>("""
                () => {
                  const light = c => { const [r, g, b] = c.match(/[\d.]+/g)
                      .map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
                      return .2126 * r + .7152 * g + .0722 * b; };
                  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                      if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255,255,255)'; };
                  return [...document.querySelectorAll('h1,h2,h3,h4,p,td,th,dt,dd strong,small,summary,span,button,caption')]
                      .filter(e => e.innerText?.trim() && e.checkVisibility()).map(e => {
                    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))]; return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); }); }
                """);
            Assert.True(contrasts.Length > 50 && contrasts.Min() >= 4.5, $"{scheme}: {contrasts.Min()}");
            double[] ground = await report.Page.EvaluateExpressionAsync<double[]>(
                "getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number)");
            Assert.Equal(scheme == "dark", ground.Average() < 128);
        }
    }

    [Fact]
    public async Task Report_fits_a_phone_and_its_charts_move_by_the_keyboard()
    {
        await using OpenedReport report = await _browser.OpenAsync(Html("powercfg/powercfg-batteryreport-dell-inspiron-5593.xml"), width: 400);
        Assert.Equal(400, await report.Page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth"));
        await report.Page.FocusAsync(".plot");
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        string legend = await report.Page.EvaluateExpressionAsync<string>("document.querySelector('.u-legend').innerText");
        Assert.Matches(@"2023-12-\d\d \d\d:\d\d", legend);
        Assert.Matches(@"\d+\.\d %", legend);
    }

    [Fact]
    public async Task Report_prints_to_pages()
    {
        await using OpenedReport report = await _browser.OpenAsync(Html("powercfg/h09-hp-pavilion-built-from-html.xml"));
        byte[] pdf = await report.Page.PdfDataAsync(new PdfOptions { Format = PaperFormat.A4, PrintBackground = true });
        await report.Page.EmulateMediaTypeAsync(MediaType.Print);
        await report.Page.SetViewportAsync(new ViewPortOptions { Width = 700, Height = 1000 });
        Assert.InRange(await report.Page.EvaluateExpressionAsync<double>(
            "Math.max(...[...document.querySelectorAll('canvas')].map(c => c.getBoundingClientRect().right))"), 300, 700);
        Assert.Equal("%PDF-"u8.ToArray(), pdf[..5]);
        Assert.InRange(pdf.Length, 20_000, 3_000_000);
        Assert.Empty(report.Errors);
    }

    [Fact]
    public async Task Report_is_readable_without_a_script()
    {
        await using OpenedReport report = await _browser.OpenAsync(Html("powercfg/h09-hp-pavilion-built-from-html.xml"), hasScript: false);
        string text = await report.Page.EvaluateExpressionAsync<string>("document.body.innerText");
        Assert.Contains("The chart needs JavaScript", text, StringComparison.Ordinal);
        Assert.Contains("Sessions on battery", text, StringComparison.Ordinal);
        Assert.Contains("2025-12-03 22:53", text, StringComparison.Ordinal);
    }

    private static string Html(string history) => ReportSamples.Write([ReportSamples.Battery("BAT0")], Points(history));

    private static List<HistoryPoint> Points(string history) =>
        history == "year" ? ReportSamples.Year().ToList()
        : history.StartsWith("upower/", StringComparison.Ordinal) ? HistoryFixture.ReadUPower(history[7..]).Points
        : HistoryFixture.Read(HistoryFixture.At(history.Split('/'))).Points;
}
