using System.Globalization;
using System.Text.RegularExpressions;

namespace Battery.History.Reading;

/// <summary>
/// Parses times of a CSV file. ISO 8601 with a zone is unambiguous. Export-Csv writes dates in the format of its machine's culture:
/// the order of day and month follows from a dot between the numbers or a number above 12 in some row, never from the reader's culture.
/// </summary>
internal sealed partial class CsvTime(bool isUtc)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    /// <summary>The order of the numbers in dates with slashes or hyphens; null as long as it is not known.</summary>
    public bool? IsDayFirst { get; set; }

    /// <summary>Whether the last time was refused because it has no zone.</summary>
    public bool LacksZone { get; private set; }

    /// <summary>Whether the last time was refused because its date is ambiguous.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>The order of day and month in a date; null if it is ambiguous, or not a date.</summary>
    public static bool? Order(string text)
    {
        if (UtcText.Parse(text) is not null || DatePattern().Match(text) is not { Success: true } match || match.Groups["s"].ValueSpan is ".")
        {
            return null;
        }

        int first = Number(match, "a");
        int second = Number(match, "b");
        return first is > 12 and <= 31 ? true : second is > 12 and <= 31 && first <= 12 ? false : null;
    }

    /// <summary>The time in UTC; null if it cannot be parsed.</summary>
    public DateTime? Parse(string text)
    {
        (LacksZone, IsAmbiguous) = (false, false);
        if (UtcText.Parse(text) is { } iso)
        {
            return iso;
        }

        if (DatePattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        (int a, int b, int c) = (Number(match, "a"), Number(match, "b"), Number(match, "c"));
        bool isYearFirst = match.Groups["a"].Length == 4;
        bool? isDayFirst = match.Groups["s"].ValueSpan is "." ? true : IsDayFirst ?? (a == b ? true : null);
        if (!isYearFirst && isDayFirst is null)
        {
            IsAmbiguous = true;
            return null;
        }

        (int year, int month, int day) = isYearFirst ? (a, b, c) : isDayFirst!.Value ? (c, b, a) : (c, a, b);
        string zone = match.Groups["zone"].Value;
        if (zone.Length == 0 && !isUtc)
        {
            LacksZone = true;
            return null;
        }

        return year is < FirstYear or > LastYear ? null : Moment(match, year, month, day, zone);
    }

    private static DateTime? Moment(Match match, int year, int month, int day, string zone)
    {
        int hour = Number(match, "h");
        if (match.Groups["half"].Success)
        {
            hour = (hour % 12) + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        string fraction = match.Groups["f"].Value;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{year:0000}-{month:00}-{day:00}T{hour:00}:{Number(match, "m"):00}:{Number(match, "sec"):00}");
        return UtcText.Parse(text + (fraction.Length > 0 ? "." + fraction : string.Empty) + (zone.Length == 0 ? "Z" : zone));
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,4})(?<s>[./-]) ?(?<b>[0-9]{1,2})\k<s> ?(?<c>[0-9]{2,4})\.?,?[ T]"
        + @"(?<h>[0-9]{1,2})[:.](?<m>[0-9]{2})([:.](?<sec>[0-9]{2}))?([.,](?<f>[0-9]{1,7}))?"
        + @"\s?((?<half>[AaPp])\.?\s?[Mm]\.?)?\s?(?<zone>Z|[+-][0-9]{2}:?[0-9]{2})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern();
}
