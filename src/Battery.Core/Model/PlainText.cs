using System.Text;

namespace Battery.Core.Model;

/// <summary>
/// Makes text from hardware and files safe to print: a name with an escape sequence could set a terminal's title or its
/// clipboard, and a bidirectional character reorders the line in which it stands.
/// </summary>
internal static class PlainText
{
    /// <summary>Longer text is truncated: a faulty device can report a page, and a file can hold anything.</summary>
    public const int MaxBytes = 255;

    // A UTF-16 unit becomes at most three bytes of UTF-8.
    private const int MaxBytesPerChar = 3;
    private const int ContinuationMask = 0xC0;
    private const int Continuation = 0x80;

    /// <summary>Text without unsafe characters, at most <see cref="MaxBytes"/> long in UTF-8; the same string if nothing had to change.</summary>
    public static string Clean(string text)
    {
        string safe = WithoutControls(text);
        if (safe.Length <= MaxBytes / MaxBytesPerChar)
        {
            return safe;
        }

        int chars = 0, bytes = 0;
        foreach (Rune rune in safe.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxBytes)
            {
                return safe[..chars];
            }

            chars += rune.Utf16SequenceLength;
        }

        return safe;
    }

    /// <summary>Text without control, line-separating and bidirectional characters, of any length; the same string if there are none.</summary>
    public static string WithoutControls(string text)
    {
        int first = 0;
        while (first < text.Length && !IsUnsafe(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var kept = new StringBuilder(text, 0, first, text.Length);
        foreach (char c in text.AsSpan(first))
        {
            if (!IsUnsafe(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>The first bytes of UTF-8, at most <see cref="MaxBytes"/>, that end at the end of a character.</summary>
    public static ReadOnlySpan<byte> Truncate(ReadOnlySpan<byte> text)
    {
        if (text.Length <= MaxBytes)
        {
            return text;
        }

        // Bytes that are not UTF-8 may go on like this for ever, and no character is longer than four.
        int end = MaxBytes;
        while (end > MaxBytes - MaxBytesPerChar && (text[end] & ContinuationMask) == Continuation)
        {
            end--;
        }

        return text[..end];
    }

    // C0, DEL and C1, the line and paragraph separators, and what sets the direction of text.
    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
