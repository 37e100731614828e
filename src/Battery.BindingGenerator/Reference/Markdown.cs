using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Reference;

/// <summary>Text in Markdown.</summary>
internal static class Markdown
{
    /// <summary>The heading of a generated page.</summary>
    public static string Heading { get; } = $"<!--\n{Output.Heading}\n-->\n\n";

    /// <summary>Plain text as Markdown shows it unchanged.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>Plain text in a cell of a table.</summary>
    public static string Cell(string text) => Escape(text).Replace("|", "\\|", StringComparison.Ordinal);
}
