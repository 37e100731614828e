using PuppeteerSharp;

namespace Battery.History.Tests;

/// <summary>A report in a page, what the page asked for and what went wrong in it.</summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    public OpenedReport(IPage page, string address)
    {
        Page = page;
        Address = address;
        page.Console += (_, message) => Errors.Add($"{message.Message.Type}: {message.Message.Text}");
        page.PageError += (_, error) => Errors.Add(error.Message);
        page.Request += (_, request) =>
        {
            if (!request.Request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Requests.Add(request.Request.Url);
            }
        };
    }

    public IPage Page { get; }

    public string Address { get; }

    public List<string> Errors { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
