using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// A text as the machine gave it. The bytes of the last reading are kept, so that a string is made only when
/// they change: serial numbers hardly ever do, and reading again must not allocate.
/// </summary>
internal sealed class RawText
{
    /// <summary>A longer text is cut: no battery's name needs more, and a broken device can send a page.</summary>
    public const int MaxBytes = 255;

    private byte[]? _bytes;
    private string? _decoded;

    /// <summary>The text, or null where it is unknown.</summary>
    public string? Text => Quality == ValueQuality.Known ? _decoded : null;

    /// <summary>Why the text is known or not.</summary>
    public ValueQuality Quality { get; private set; }

    internal void Clear(ValueQuality quality) => Quality = quality;

    internal void CopyFrom(RawText other)
    {
        Quality = other.Quality;
        _bytes = other._bytes;
        _decoded = other._decoded;
    }

    internal void Set(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, MaxBytes)];
        if (_bytes is null || !bytes.SequenceEqual(_bytes))
        {
            _bytes = bytes.ToArray();
            _decoded = Decode(bytes);
        }

        Quality = _decoded is null ? ValueQuality.ReportedUnknown : ValueQuality.Known;
    }

    /// <summary>
    /// Firmware texts end at the first NUL, are padded with blanks, and may hold any bytes. What is not UTF-8 becomes
    /// U+FFFD, so that it is seen; control characters go; a text of nothing else is no text.
    /// </summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        string text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        bool hasContent = false, hasControls = false;
        foreach (char c in text)
        {
            hasControls |= char.IsControl(c);
            hasContent |= c != '\uFFFD' && !char.IsControl(c) && !char.IsWhiteSpace(c);
        }

        return !hasContent ? null : hasControls ? WithoutControls(text).Trim() : text.Trim();
    }

    private static string WithoutControls(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsControl(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }
}
