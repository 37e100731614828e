using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// A string property. The bytes of the last reading are kept, so that a string is created only when
/// they change: reading again must not allocate.
/// </summary>
internal sealed class RawText
{
    /// <summary>Longer strings are truncated: a faulty device can report a page.</summary>
    public const int MaxBytes = 255;

    private byte[]? _bytes;
    private string? _decoded;

    /// <summary>The string, or null if it is unknown.</summary>
    public string? Text => Quality == ValueQuality.Known ? _decoded : null;

    /// <summary>Why the string is known or not.</summary>
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
    /// Firmware strings end at the first NUL, are padded with spaces, and may contain any bytes. Invalid UTF-8 becomes
    /// U+FFFD, control characters are removed, and a string of nothing else is unknown.
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
