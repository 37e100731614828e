using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Battery.Tests.Shared;

/// <summary>Prometheus' node_exporter with the collectors that a test needs.</summary>
public sealed partial class NodeExporter : IDisposable
{
    // Debian's name, and the project's own.
    private static readonly string? s_program = ((string[])["prometheus-node-exporter", "node_exporter"]).FirstOrDefault(Command.Exists);

    // Only ends a test that hangs.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly Uri _address;

    /// <summary>Starts it; the test is skipped where it is not installed.</summary>
    /// <param name="arguments">Its arguments, except the address.</param>
    public NodeExporter(params string[] arguments)
    {
        Assert.SkipUnless(s_program is not null, "node_exporter (Debian package prometheus-node-exporter) is not installed");

        // The system chooses the port, and the log has it once the program listens.
        _process = Process.Start(new ProcessStartInfo(s_program!, ["--collector.disable-defaults", .. arguments, "--web.listen-address=127.0.0.1:0"])
        {
            RedirectStandardError = true,
        })!;
        var log = new StringBuilder();
        Match listening = Match.Empty;
        while (!listening.Success && _process.StandardError.ReadLine() is { } line)
        {
            log.AppendLine(line);
            listening = Listening().Match(line);
        }

        Assert.True(listening.Success, $"node_exporter does not listen: {log}");
        _address = new($"http://{listening.Groups[1].Value}/metrics");
        _ = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Scrapes it.</summary>
    /// <returns>The response; the lines of its own process and of Go are left out.</returns>
    public async Task<string> ScrapeAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = s_limit };
        string text = await client.GetStringAsync(_address);
        return string.Concat(text.Split('\n')
            .Where(static line => line.Contains("node_power", StringComparison.Ordinal) || line.Contains("battery_", StringComparison.Ordinal)
                || line.Contains("node_textfile_scrape_error", StringComparison.Ordinal))
            .Select(static line => line + "\n"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    [GeneratedRegex("\"Listening on\" address=(\\S+)")]
    private static partial Regex Listening();
}
