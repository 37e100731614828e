using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Battery.Tests.Shared;

/// <summary>Prometheus' node_exporter with the collectors that a test needs.</summary>
public sealed class NodeExporter : IDisposable
{
    // Debian's name, and the project's own.
    private static readonly string? s_program = ((string[])["prometheus-node-exporter", "node_exporter"]).FirstOrDefault(Command.Exists);
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Uri _address;

    /// <summary>Starts it; the test is skipped where it is not installed.</summary>
    /// <param name="arguments">Its arguments, except the address.</param>
    public NodeExporter(params string[] arguments)
    {
        Assert.SkipUnless(s_program is not null, "node_exporter (Debian package prometheus-node-exporter) is not installed");
        int port = FreePort();
        _address = new($"http://127.0.0.1:{port}/metrics");
        _process = Process.Start(new ProcessStartInfo(
            s_program!, ["--collector.disable-defaults", "--log.level=error", .. arguments, $"--web.listen-address=127.0.0.1:{port}"]))!;
    }

    /// <summary>Scrapes it.</summary>
    /// <returns>The response; the lines of its own process and of Go are left out.</returns>
    public async Task<string> ScrapeAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                string text = await client.GetStringAsync(_address);
                return string.Concat(text.Split('\n')
                    .Where(static line => line.Contains("node_power", StringComparison.Ordinal) || line.Contains("battery_", StringComparison.Ordinal)
                        || line.Contains("node_textfile_scrape_error", StringComparison.Ordinal))
                    .Select(static line => line + "\n"));
            }
            catch (HttpRequestException) when (clock.Elapsed < s_limit && !_process.HasExited)
            {
                // It does not listen yet.
                await Task.Delay(50);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
