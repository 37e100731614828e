using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Exports;

namespace Battery.BindingGenerator.Reference;

/// <summary>Writes one manual page in the macros of man(7).</summary>
/// <param name="name">The page's name.</param>
/// <param name="version">The version of the library.</param>
internal sealed class ManPage(string name, Version version)
{
    private const string Section = "3";

    // The package that installs the page puts the date of the release here.
    private const string Date = "@DATE@";

    private readonly StringBuilder _text = new($".\\\" {Model.Output.Heading.Replace("\n", "\n.\\\" ", StringComparison.Ordinal)}\n"
        + $".TH {Escape(name)} {Section} \"{Date}\" \"libbattery {version}\"\n");

    /// <summary>The file below docs/man.</summary>
    public string File => $"{name}.{Section}";

    /// <summary>A heading.</summary>
    public void Heading(string title) => _text.Append(CultureInfo.InvariantCulture, $".SH {title.ToUpperInvariant()}\n");

    /// <summary>The section NAME, by which the system finds the page under each of the names.</summary>
    public void Names(IEnumerable<string> names, string summary)
    {
        Heading("Name");
        _text.Append(CultureInfo.InvariantCulture, $"{Escape(string.Join(", ", names))} \\- {Escape(summary)}\n");
    }

    /// <summary>A heading of the second level.</summary>
    public void Subheading(string title) => _text.Append(CultureInfo.InvariantCulture, $".SS {Escape(title)}\n");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => _text.Append(CultureInfo.InvariantCulture, $".PP\n{Line(text)}\n");

    /// <summary>Text below the last heading, or the next paragraph of an item.</summary>
    public void Plain(string text) => _text.Append(CultureInfo.InvariantCulture, $"{Line(text)}\n");

    /// <summary>A term and its description.</summary>
    public void Item(string term, string text) => _text.Append(CultureInfo.InvariantCulture, $".TP\n.B {Escape(term)}\n{Line(text)}\n");

    /// <summary>Lines of C as they are.</summary>
    public void Code(IEnumerable<string> lines) =>
        _text.Append(CultureInfo.InvariantCulture, $".nf\n{string.Join('\n', lines.Select(static line => line.Length == 0 ? "\\&" : Line(line)))}\n.fi\n");

    /// <summary>The pages that are named at the end.</summary>
    public void SeeAlso(IEnumerable<string> pages)
    {
        Heading("See also");
        _text.AppendJoin(",\n", pages.Select(static page => $".BR {Escape(page)} ({Section})")).Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>The name of the page of a group of functions, for example battery-manager for 'The manager'.</summary>
    public static string NameOf(AbiGroup group)
    {
        string title = group.Title.StartsWith("The ", StringComparison.Ordinal) ? group.Title["The ".Length..] : group.Title;
        return $"battery-{title.Replace(' ', '-').ToLowerInvariant()}";
    }

    // A line that begins with a dot or an apostrophe would be a macro.
    private static string Line(string text) => text[0] is '.' or '\'' ? "\\&" + Escape(text) : Escape(text);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '\\' => "\\e",
                '-' => "\\-",
                '"' => "\\(dq",
                '\'' => "\\(aq",
                '`' => "\\(ga",
                '^' => "\\(ha",
                '~' => "\\(ti",
                > 0x7E => string.Create(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]"),
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }
}
