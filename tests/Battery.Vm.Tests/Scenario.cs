using System.Globalization;
using System.Text.RegularExpressions;

namespace Battery.Vm.Tests;

/// <summary>A scenario on the laptop, and its expected result.</summary>
/// <param name="Name">The name that the guest prints.</param>
/// <param name="Expected">The expected output; <c>{1..5}</c> stands for a number from 1 to 5, <c>{1..}</c> for one from 1.</param>
internal sealed partial record Scenario(string Name, string Expected)
{
    /// <summary>Whether the output is the expected one.</summary>
    public bool Fits(string seen)
    {
        string pattern = $"^{NumberRange().Replace(Regex.Escape(Expected), @"(\d+(?:\.\d+)?)")}$";
        Match match = Regex.Match(seen, pattern);
        MatchCollection ranges = NumberRange().Matches(Regex.Escape(Expected));
        return match.Success && ranges.Select((range, i) => IsIn(range, match.Groups[i + 1].Value)).All(static isIn => isIn);
    }

    private static bool IsIn(Match range, string number)
    {
        double value = Number(number);
        return value >= Number(range.Groups[1].Value) && (range.Groups[2].Value.Length == 0 || value <= Number(range.Groups[2].Value));
    }

    private static double Number(string text) => double.Parse(text.Replace("\\", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // As Regex.Escape leaves a range.
    [GeneratedRegex(@"\\{(\d+(?:\\\.\d+)?)\\\.\\\.(\d+(?:\\\.\d+)?|)}")]
    private static partial Regex NumberRange();
}
