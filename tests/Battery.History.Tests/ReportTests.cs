using System.Security.Cryptography;
using Battery.History.Model;
using Battery.History.Report;
using Battery.Tests.Shared;

namespace Battery.History.Tests;

/// <summary>The report as text; <see cref="BrowserTests"/> open it.</summary>
public sealed class ReportTests
{
    [Fact]
    public void Write_encodes_what_others_named()
    {
        string html = ReportSamples.Write([ReportSamples.Battery("<script>alert(1)</script>")], [], title: "<b>&\"");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<title>&lt;b&gt;&amp;&quot;</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_loads_nothing_from_anywhere()
    {
        string html = ReportSamples.Write([ReportSamples.Battery("BAT0")], ReportSamples.Year());
        Assert.DoesNotContain("src=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_of_a_year_is_under_300_KB_and_keeps_the_peaks()
    {
        string html = ReportSamples.Write([ReportSamples.Battery("BAT0")], ReportSamples.Year());
        Assert.InRange(html.Length, 100_000, 300_000);
        Assert.Contains("87.6", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_masks_ids_and_addresses_unless_asked()
    {
        HistoryPoint[] points = [.. HistoryFixture.ReadUPower("u1-real-upowerd-two-runs").Points];
        string masked = ReportSamples.Write([], points);
        Assert.Contains("MOCK_50-57-**___**", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("12___34", masked, StringComparison.Ordinal);
        Assert.Contains("MOCK_50-57-12___34", ReportWriter.Write(new() { IncludeSerialNumbers = true }, [], points), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELL_GPM0365-97-59", "DELL_GPM0365-97-**")]
    [InlineData("Model-57-AB-12", "Model-57-**-**")]
    [InlineData("Mouse-1A2B3C", "Mouse-******")]
    [InlineData("generic_id", "generic_id")]
    [InlineData("Model-57", "Model-57")]
    public void UPowerId_leaves_model_and_capacity(string id, string masked) => Assert.Equal(masked, Masking.UPowerId(id));

    [Fact]
    public void Name_masks_a_hardware_address_but_for_its_last_pair() =>
        Assert.Equal("hid-**:**:**:**:**:bb-battery", Masking.Name("hid-dc:2c:26:0f:aa:bb-battery"));

    [Fact]
    public void Write_without_history_says_how_to_get_one_and_shows_what_there_is()
    {
        string html = ReportSamples.Write([ReportSamples.Battery("BAT0")], []);
        Assert.Contains("No history", html, StringComparison.Ordinal);
        Assert.Contains("Get-BatteryHistory", html, StringComparison.Ordinal);
        Assert.Contains("not reported", html, StringComparison.Ordinal);
        Assert.Contains("the driver does not measure it", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_holds_the_license_of_the_chart_library_and_its_files_are_the_pinned_ones()
    {
        Assert.Contains("Copyright (c) 2022 Leon Sorokin", ReportSamples.Write([], ReportSamples.Year()), StringComparison.Ordinal);
        string folder = Repository.At("src", "Battery.History", "Report", "assets");
        string readme = File.ReadAllText(Path.Combine(folder, "README.md"));
        Assert.All(Directory.GetFiles(folder, "uPlot*"), file =>
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_says_which_capacities_the_chart_leaves_out()
    {
        string html = ReportSamples.Write([], HistoryFixture.Read(HistoryFixture.At("powercfg", "powercfg-batteryreport-dell-inspiron-5593.xml")).Points);
        Assert.Contains("the table has: 1.", html, StringComparison.Ordinal);
        Assert.Contains("<td>80.70</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Reduce_keeps_the_lowest_and_the_highest_of_each_stretch_and_the_breaks()
    {
        List<(DateTime, double)> points = Enumerable.Range(0, 100_000)
            .Select(static i => (DateTime.UnixEpoch.AddSeconds(i), i == 54_321 ? 99.0 : i == 12_345 ? -99.0 : i == 70_000 ? double.NaN : i % 10)).ToList();
        List<(DateTime Utc, double Value)> kept = Downsampler.Reduce(points, 500);
        Assert.InRange(kept.Count, 400, 520);
        Assert.Contains(kept, static point => point.Value == 99);
        Assert.Contains(kept, static point => point.Value == -99);
        Assert.Contains(kept, static point => double.IsNaN(point.Value));
        Assert.Equal(kept.OrderBy(static point => point.Utc), kept);
    }
}
