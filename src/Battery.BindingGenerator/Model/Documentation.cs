using System.Security;
using System.Xml.Linq;

namespace Battery.BindingGenerator.Model;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
/// <param name="name">What stands for a reference to a member, from the member's id.</param>
internal sealed class Documentation(Func<string, string> name)
{
    private readonly Dictionary<string, XElement> _members = [];

    /// <summary>Documentation for the languages of the C ABI: a reference to a type is its name in C.</summary>
    public Documentation()
        : this(CName)
    {
    }

    public void Load(string path)
    {
        foreach (XElement member in XDocument.Load(path).Descendants("member"))
        {
            // Overloads do not occur in a C ABI, so a name without its parameters is enough.
            _members[member.Attribute("name")!.Value.Split('(')[0]] = member;
        }
    }

    public string Summary(string id) => Required(id, "summary", null);

    public string Returns(string id) => Required(id, "returns", null);

    public string Parameter(string id, string name) => Required(id, "param", name);

    /// <summary>An element of a member's documentation as text, or null where it has none.</summary>
    public string? Optional(string id, string element, bool isMarkdown = false) =>
        Find(id, element, null) is { } part ? Text(part, isMarkdown) : null;

    /// <summary>The elements of one name in a member's documentation.</summary>
    public IEnumerable<XElement> Elements(string id, string element) => Member(id)?.Elements(element) ?? [];

    /// <summary>An element's text on one line.</summary>
    public string Text(XElement element) => Text(element, isMarkdown: false);

    /// <summary>Text as a documentation comment holds it.</summary>
    public static string Escape(string text) => SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal);

    private string Required(string id, string element, string? parameter) => Find(id, element, parameter) is { } part
        ? Text(part, isMarkdown: false)
        : throw new InvalidOperationException(
            $"{id} has no <{element}{(parameter is null ? string.Empty : $" name=\"{parameter}\"")}> in its documentation; write one");

    private XElement? Find(string id, string element, string? parameter) =>
        Elements(id, element).FirstOrDefault(e => parameter is null || e.Attribute("name")?.Value == parameter);

    // A member that inherits the documentation of a named one has it whole.
    private XElement? Member(string id) => _members.GetValueOrDefault(id) is not { } member ? null
        : member.Element("inheritdoc")?.Attribute("cref") is { } other ? Member(other.Value)
        : member;

    private string Text(XElement element, bool isMarkdown) =>
        string.Join(' ', Content(element, isMarkdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Content(XElement element, bool isMarkdown) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,

        // A reference has no content of its own: its target's name stands for it.
        XElement { IsEmpty: true } reference => name((reference.Attribute("cref") ?? reference.FirstAttribute)?.Value ?? string.Empty),
        XElement { Name.LocalName: "c" } code when isMarkdown => $"`{code.Value}`",
        XElement inner => Content(inner, isMarkdown),
        _ => string.Empty,
    }));

    private static string CName(string target)
    {
        string last = target.Split('.', ':')[^1];
        return target.StartsWith("T:", StringComparison.Ordinal) ? Names.CType(last) : last;
    }
}
