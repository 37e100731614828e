using System.Globalization;

namespace Battery.History.Reading;

/// <summary>Times as strings: UTC, ISO 8601, the same in every culture and time zone.</summary>
internal static class UtcText
{
    /// <summary>Formats a time.</summary>
    public static string Of(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Parses a time; null if the string has no date, time and zone in the format of ISO 8601.</summary>
    public static DateTime? Parse(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return text is { Length: > 18 } && char.IsAsciiDigit(text[0]) && text[4] == '-' && HasZone(text)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out DateTime utc) ? utc : null;
    }

    private static bool HasZone(string text) => text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 15;
}
