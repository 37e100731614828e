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

    public string Summary(string id) => Part(id, "summary", null);

    public string Returns(string id) => Part(id, "returns", null);

    public string Parameter(string id, string name) => Part(id, "param", name);

    private string Part(string id, string element, string? name)
    {
        XElement? part = _members.TryGetValue(id, out XElement? member)
            ? member.Elements(element).FirstOrDefault(e => name is null || e.Attribute("name")?.Value == name)
            : null;
        if (part is null)
        {
            throw new InvalidOperationException($"{id} has no <{element}{(name is null ? string.Empty : $" name=\"{name}\"")}> in its documentation; write one");
        }

        return string.Join(' ', Text(part).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(static node => node switch
    {
        XText text => text.Value,

        // A reference has no content of its own: the last part of its target's name stands for it, of a type the name in C.
        XElement { IsEmpty: true } reference => Name((reference.Attribute("cref") ?? reference.FirstAttribute)?.Value ?? string.Empty),
        XElement inner => Text(inner),
        _ => string.Empty,
    }));

    private static string Name(string target)
    {
        string last = target.Split('.', ':')[^1];
        return target.StartsWith("T:", StringComparison.Ordinal) ? Names.CType(last) : last;
    }
}
