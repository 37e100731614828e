using System.Text.RegularExpressions;

namespace Battery.Shell;

/// <summary>One output of the process. Where it is plain, no escape sequence passes, whoever wrote it.</summary>
/// <param name="writer">Where the text goes.</param>
/// <param name="plain">Whether escape sequences are taken out.</param>
internal sealed partial class TerminalOutput(TextWriter writer, bool plain)
{
    private readonly Lock _lock = new();

    /// <summary>Writes text.</summary>
    /// <param name="text">The text.</param>
    internal void Write(string? text)
    {
        // Streams of different pipelines' threads may write at once; a line should stay whole.
        lock (_lock)
        {
            writer.Write(Clean(text));
            writer.Flush();
        }
    }

    /// <summary>Writes text and ends the line.</summary>
    /// <param name="text">The text.</param>
    internal void WriteLine(string? text = null)
    {
        lock (_lock)
        {
            writer.WriteLine(Clean(text));
            writer.Flush();
        }
    }

    // Control sequences (CSI), strings such as hyperlinks (OSC), two-character escapes, and a lone ESC.
    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)?|[@-Z\\^_])?")]
    private static partial Regex EscapeSequence { get; }

    private string Clean(string? text)
    {
        text ??= string.Empty;
        return plain && text.Contains('\x1B', StringComparison.Ordinal)
            ? EscapeSequence.Replace(text, string.Empty)
            : text;
    }
}
