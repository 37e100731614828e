using System.Globalization;
using System.Text.RegularExpressions;

namespace Battery.History.Reading;

/// <summary>The values of the battery in a line of <c>pmset -g log</c>.</summary>
/// <param name="Utc">The time; null if the line has none that can be parsed.</param>
/// <param name="Percentage">The percentage; null if the number is not a percentage.</param>
/// <param name="IsOnExternalPower">Whether external power is connected.</param>
/// <param name="Sleep">How long the machine slept from here; null if it did not, or if it is not recorded.</param>
/// <param name="IsSleep">Whether the machine went to sleep.</param>
internal readonly partial record struct PmsetLine(DateTime? Utc, int? Percentage, bool IsOnExternalPower, TimeSpan? Sleep, bool IsSleep)
{
    /// <summary>Whether a line begins with a time in the format of pmset, after optional quotation marks and blanks.</summary>
    public static bool HasTime(string line) => TimePattern().IsMatch(line);

    /// <summary>Parses a line; null if it has no percentage.</summary>
    public static PmsetLine? Parse(string line)
    {
        // Most lines have no percentage, and searching for two words is faster than the expression.
        if (!line.Contains("Charge", StringComparison.OrdinalIgnoreCase) || !line.Contains("Using", StringComparison.OrdinalIgnoreCase)
            || ChargePattern().Match(line) is not { Success: true } charge)
        {
            return null;
        }

        bool isSleep = line.Contains("Entering Sleep", StringComparison.OrdinalIgnoreCase);
        TimeSpan? sleep = isSleep && DurationPattern().Match(line) is { Success: true } duration
            && int.TryParse(duration.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
                : null;
        return new(
            TimeOf(line),
            int.TryParse(charge.Groups["charge"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int percentage) && percentage <= 100
                ? percentage : null,
            charge.Groups["ac"].Success,
            sleep,
            isSleep);
    }

    private static DateTime? TimeOf(string line) =>
        TimePattern().Match(line) is { Success: true } time
        && DateTimeOffset.TryParseExact(time.Groups[1].ValueSpan, "yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out DateTimeOffset moment)
            ? moment.UtcDateTime : null;

    [GeneratedRegex(@"^\W*?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:?\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\bUsing (?:(?<ac>AC)|BATT(?:ERY)?) ?\(Charge: ?(?<charge>[^%)\s]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ChargePattern();

    [GeneratedRegex(@"(?<!\S)(\d+) secs?\b", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex DurationPattern();
}
