using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// A string property. The bytes of the last reading are kept, so that a string is created only when
/// they change: reading again must not allocate.
/// </summary>
internal sealed class RawText
{
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
        bytes = PlainText.Truncate(bytes);
        if (_bytes is null || !bytes.SequenceEqual(_bytes))
        {
            _bytes = bytes.ToArray();
            _decoded = Decode(bytes);
        }

        Quality = _decoded is null ? ValueQuality.ReportedUnknown : ValueQuality.Known;
    }

    /// <summary>
    /// Firmware strings end at the first NUL, are padded with spaces, and may contain any bytes. Invalid UTF-8 becomes
    /// U+FFFD, what <see cref="PlainText"/> removes is removed, and a string of nothing else is unknown. So is the word 'unknown', which
    /// drivers print in capitals or not (drivers/power/supply/pmu_battery.c, qpnp-charger of Android's kernels).
    /// </summary>
    internal static string? Decode(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        string text = PlainText.Clean(Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]));
        foreach (char c in text)
        {
            if (c != '\uFFFD' && !char.IsWhiteSpace(c))
            {
                text = text.Trim();
                return text.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? null : text;
            }
        }

        return null;
    }
}
