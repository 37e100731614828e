using System.Security;
using System.Xml.Linq;

namespace Battery.BindingGenerator.Model;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
internal sealed class Documentation
{
    private readonly Dictionary<string, XElement> _members = [];

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

    /// <summary>Text as a documentation comment holds it.</summary>
    public static string Escape(string text) => SecurityElement.Escape(text).Replace("&apos;", "'", StringComparison.Ordinal);

    private string Required(string id, string element, string? name) => Find(id, element, name) is { } part
        ? Text(part, isMarkdown: false)
        : throw new InvalidOperationException(
            $"{id} has no <{element}{(name is null ? string.Empty : $" name=\"{name}\"")}> in its documentation; write one");

    private XElement? Find(string id, string element, string? name) => _members.TryGetValue(id, out XElement? member)
        ? member.Elements(element).FirstOrDefault(e => name is null || e.Attribute("name")?.Value == name)
        : null;

    private static string Text(XElement element, bool isMarkdown) =>
        string.Join(' ', Content(element, isMarkdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Content(XElement element, bool isMarkdown) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,

        // A reference has no content of its own: the last part of its target's name is used, for a type its name in C.
        XElement { IsEmpty: true } reference => Name((reference.Attribute("cref") ?? reference.FirstAttribute)?.Value ?? string.Empty),
        XElement { Name.LocalName: "c" } code when isMarkdown => $"`{code.Value}`",
        XElement inner => Content(inner, isMarkdown),
        _ => string.Empty,
    }));

    private static string Name(string target)
    {
        string last = target.Split('.', ':')[^1];
        return target.StartsWith("T:", StringComparison.Ordinal) ? Names.CType(last) : last;
    }
}
