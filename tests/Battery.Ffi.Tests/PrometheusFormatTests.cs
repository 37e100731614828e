using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Battery.Tests.Shared;

namespace Battery.Ffi.Tests;

/// <summary>Batteries in Prometheus' text format, checked by Prometheus' own programs.</summary>
public sealed partial class PrometheusFormatTests : IDisposable
{
    private readonly TemporaryTree _tree = new();
    private readonly DirectoryInfo _textfiles = Directory.CreateTempSubdirectory("battery-textfiles-");

    public static TheoryData<string> Machines => [.. Fixture.Names];

    public void Dispose()
    {
        _tree.Dispose();
        _textfiles.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Promtool_accepts_every_machine(string machine)
    {
        Assert.SkipUnless(Command.Exists("promtool"), "promtool (Debian package prometheus) is not installed");
        using var tree = new OpenTree(new Fixture(machine).Sysfs);
        AssertPromtoolAccepts(MetricText.All(tree.Manager, MetricFormat.Prometheus));
        tree.Batteries.ForEach(battery => AssertPromtoolAccepts(MetricText.Of(battery, MetricFormat.Prometheus)));
    }

    [Fact]
    public async Task Values_are_those_of_node_exporter()
    {
        WriteLaptop();
        using var exporter = new NodeExporter("--collector.powersupplyclass", "--path.sysfs", _tree.Sysfs);
        Dictionary<string, string> theirs = Samples(await exporter.ScrapeAsync());
        using var tree = new OpenTree(_tree.Sysfs);
        string text = MetricText.All(tree.Manager, MetricFormat.Prometheus);
        Dictionary<string, string> ours = Samples(text);

        // What it shows of raw properties, and this library has no value for.
        string[] raw = ["capacity_alert_min", "voltage_min_design"];
        foreach ((string name, string value) in theirs.Where(sample => !raw.Any(part => sample.Key.Contains(part, StringComparison.Ordinal))))
        {
            Assert.True(ours.TryGetValue(name, out string? own), $"{name} is missing in:\n{text}");
            Assert.Equal(double.Parse(value, CultureInfo.InvariantCulture), double.Parse(own, CultureInfo.InvariantCulture), 1e-6);
        }

        Assert.True(theirs.Count > 15, string.Join('\n', theirs));
    }

    [Fact]
    public async Task Scrape_of_the_textfile_collector_has_every_sample()
    {
        WriteLaptop();
        using var tree = new OpenTree(_tree.Sysfs);
        string text = MetricText.All(tree.Manager, MetricFormat.Prometheus);
        await File.WriteAllTextAsync(Path.Combine(_textfiles.FullName, "battery.prom"), text, TestContext.Current.CancellationToken);
        using var exporter = new NodeExporter("--collector.textfile", "--collector.textfile.directory", _textfiles.FullName);
        string scraped = await exporter.ScrapeAsync();
        Dictionary<string, string> samples = Samples(scraped);
        Assert.Equal("0", samples["node_textfile_scrape_error{}"]);
        samples.Remove("node_textfile_scrape_error{}");
        Assert.Equal(Samples(text), samples);

        // The help and the types, too.
        Assert.Equal(Comments(text), Comments(scraped).Where(static line => !line.Contains("textfile", StringComparison.Ordinal)));
    }

    // The documentation says so: --no-collector.powersupplyclass.
    [Fact]
    public async Task Scrape_beside_the_collector_of_node_exporter_has_duplicates()
    {
        WriteLaptop();
        using var tree = new OpenTree(_tree.Sysfs);
        string text = MetricText.All(tree.Manager, MetricFormat.Prometheus);
        await File.WriteAllTextAsync(Path.Combine(_textfiles.FullName, "battery.prom"), text, TestContext.Current.CancellationToken);
        using var exporter = new NodeExporter(
            "--collector.powersupplyclass", "--path.sysfs", _tree.Sysfs, "--collector.textfile", "--collector.textfile.directory", _textfiles.FullName);
        List<string> names = [.. AllSamples(await exporter.ScrapeAsync()).Select(static sample => sample.Name)];
        Assert.NotEqual(names.Distinct().Count(), names.Count);
    }

    [Fact]
    public void Format_leaves_out_what_is_unknown_and_shows_states_by_word()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "STATUS=Not charging", "CAPACITY=80", "CHARGE_CONTROL_END_THRESHOLD=80", "POWER_NOW=0");
        _tree.Supply("AC", "TYPE=Mains", "ONLINE=1");
        using var tree = new OpenTree(_tree.Sysfs);
        string text = MetricText.All(tree.Manager, MetricFormat.Prometheus);
        Assert.Contains("node_power_supply_online{power_supply=\"AC\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("battery_power_flow{power_supply=\"BAT0\",state=\"held\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("battery_power_flow{power_supply=\"BAT0\",state=\"charging\"} 0\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("state=\"unknown\"", text, StringComparison.Ordinal);
        Assert.Contains("battery_charge_limit_ratio{power_supply=\"BAT0\"} 0.8\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples(text).Keys, static sample => sample.Contains("energy", StringComparison.Ordinal));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_escapes_labels()
    {
        _tree.Supply("BAT0", "TYPE=Battery", "CAPACITY=80", "MODEL_NAME=A\"B\\C");
        using var tree = new OpenTree(_tree.Sysfs);
        Assert.Contains("model_name=\"A\\\"B\\\\C\"", MetricText.Of(tree.Single, MetricFormat.Prometheus), StringComparison.Ordinal);
    }

    private static void AssertPromtoolAccepts(string text)
    {
        using Process promtool = Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
        promtool.StandardInput.Write(text);
        promtool.StandardInput.Close();
        string problems = promtool.StandardError.ReadToEnd();
        promtool.WaitForExit();
        Assert.True(promtool.ExitCode == 0 && problems.Length == 0, $"{problems}\n{text}");
    }

    private static Dictionary<string, string> Samples(string text) =>
        AllSamples(text).ToDictionary(static sample => sample.Name, static sample => sample.Value);

    // Their names have the labels, in alphabetical order.
    private static IEnumerable<(string Name, string Value)> AllSamples(string text) => text.Split('\n').Select(static line => Sample().Match(line))
        .Where(static sample => sample.Success)
        .Select(static sample => ($"{sample.Groups[1].Value}{{{Sorted(sample.Groups[2].Value)}}}", sample.Groups[3].Value));

    // An empty label is the same as none: node_exporter gives every sample of a textfile all labels of its family.
    private static string Sorted(string labels) => string.Join(',', Label().Matches(labels).Select(static label => label.Value)
        .Where(static label => !label.EndsWith("=\"\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Comments(string text) => text.Split('\n').Where(static line => line.StartsWith('#')).Order(StringComparer.Ordinal);

    // A laptop whose drivers report all that both know, in single files, as node_exporter reads them.
    private void WriteLaptop()
    {
        Write("AC", ("type", "Mains"), ("online", "0"));
        Write("BAT0", ("type", "Battery"), ("scope", "System"), ("status", "Discharging"), ("present", "1"), ("capacity", "51"), ("capacity_level", "Normal"),
            ("technology", "Li-ion"), ("health", "Over voltage"), ("charge_type", "Long Life"), ("manufacturer", "ACME"), ("model_name", "X \"1\""),
            ("serial_number", "0815"), ("cycle_count", "105"), ("energy_now", "25500000"), ("energy_full", "50000000"), ("energy_full_design", "60000000"),
            ("power_now", "8500000"), ("voltage_now", "11400000"), ("voltage_min_design", "10800000"), ("temp", "314"), ("capacity_alert_min", "5"),
            ("time_to_empty_now", "10800"));
        Write("BAT1", ("type", "Battery"), ("scope", "System"), ("status", "Not charging"), ("present", "1"), ("capacity", "100"), ("technology", "Li-poly"),
            ("charge_now", "4000000"), ("charge_full", "4000000"), ("charge_full_design", "4400000"), ("current_now", "0"), ("voltage_now", "12000000"));
    }

    private void Write(string supply, params (string File, string Text)[] attributes)
    {
        foreach ((string file, string text) in attributes)
        {
            _tree.File(supply, file, text + "\n");
        }

        _tree.Supply(supply, [.. attributes.Select(static attribute => $"{attribute.File.ToUpperInvariant()}={attribute.Text}")]);
    }

    [GeneratedRegex("^([a-z_]+)(?:{(.*)})? ([^ ]+)$")]
    private static partial Regex Sample();

    [GeneratedRegex("[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Label();
}
