using System.Globalization;
using System.Text.RegularExpressions;

namespace Battery.History.Reading;

/// <summary>What a line of <c>pmset -g log</c> says of the battery.</summary>
/// <param name="Utc">When; null where the line has no time that can be read.</param>
/// <param name="Percentage">The charge; null where the number is not a percentage.</param>
/// <param name="IsOnExternalPower">True for AC, false for the battery.</param>
/// <param name="Sleep">How long the machine slept from here; null where it did not or the line does not say.</param>
/// <param name="IsSleep">True where the machine went to sleep.</param>
internal readonly partial record struct PmsetLine(DateTime? Utc, int? Percentage, bool IsOnExternalPower, TimeSpan? Sleep, bool IsSleep)
{
    /// <summary>Whether a line begins with a time as pmset writes it; quotation marks and blanks may stand before it.</summary>
    public static bool HasTime(string line) => TimePattern().IsMatch(line);

    /// <summary>Reads a line; null where it says nothing of a charge.</summary>
    public static PmsetLine? Parse(string line)
    {
        // Most lines of a log are of other things; looking for two words is faster than the expression.
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
