using System.Diagnostics;
using PuppeteerSharp;

namespace Battery.History.Tests;

/// <summary>One browser for all tests; they are skipped if there is none.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Milliseconds. Only ends a test that hangs.
    private const int Patience = 600_000;

    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly TemporaryFolder _folder = new();
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(s_places, File.Exists) is { } path)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                UserDataDir = Path.Combine(_folder.Path, "profile"),
                Timeout = Patience,
                ProtocolTimeout = Patience,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--no-first-run",
                ],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
            await _browser.DisposeAsync();
        }

        // Processes of the browser end after it, and write to its profile until then. An exception here would fail the run, and no test.
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                _folder.Dispose();
                return;
            }
            catch (IOException) when (clock.ElapsedMilliseconds < Patience)
            {
                await Task.Delay(100);
            }
        }
    }

    internal async Task<OpenedReport> OpenAsync(string html, int width = 1280, bool hasScript = true)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed (Debian's package chromium): the report was not opened.");
        string file = _folder.Write($"{Guid.NewGuid():N}.html", html);
        IPage page = await _browser.NewPageAsync();
        page.DefaultTimeout = Patience;
        await page.SetJavaScriptEnabledAsync(hasScript);
        await page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900 });
        var report = new OpenedReport(page, $"file://{file}");
        await page.GoToAsync(report.Address, WaitUntilNavigation.Load);
        return report;
    }
}
