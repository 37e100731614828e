using System.Globalization;

namespace Battery.History.Reading;

/// <summary>A moment as text: UTC, ISO 8601, the same in every culture and time zone.</summary>
internal static class UtcText
{
    /// <summary>The text.</summary>
    public static string Of(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The moment; null where the text has no date, time and zone in the form of ISO 8601.</summary>
    public static DateTime? Parse(string? text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return text is { Length: > 18 } && char.IsAsciiDigit(text[0]) && text[4] == '-' && HasZone(text)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out DateTime utc) ? utc : null;
    }

    private static bool HasZone(string text) => text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 15;
}
