using System.Net;
using System.Text;

namespace Battery.History.Report;

/// <summary>Writes HTML. Text is encoded; names of elements and attributes are not.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(element);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
            }
        }

        _html.Append('>');
        return this;
    }

    public HtmlWriter Close(string element)
    {
        _html.Append("</").Append(element).Append(">\n");
        return this;
    }

    public HtmlWriter Text(string? text)
    {
        _html.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <summary>An element with text.</summary>
    public HtmlWriter Element(string element, string? text, string? cssClass = null) => Open(element, ("class", cssClass)).Text(text).Close(element);

    /// <summary>Writes HTML: the report's own style and scripts.</summary>
    public HtmlWriter Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>A table that scrolls horizontally if it is too wide.</summary>
    public HtmlWriter Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)).Open("table").Element("caption", caption)
            .Open("thead").Open("tr");
        foreach (string name in head)
        {
            Open("th", ("scope", "col")).Text(name).Close("th");
        }

        Close("tr").Close("thead").Open("tbody");
        foreach (IReadOnlyList<string> row in rows)
        {
            Open("tr");
            foreach (string cell in row)
            {
                Element("td", cell);
            }

            Close("tr");
        }

        return Close("tbody").Close("table").Close("div");
    }

    public override string ToString() => _html.ToString();
}
