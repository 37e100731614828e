using System.Globalization;

namespace Battery.Estimates;

/// <summary>The tables that are printed, in Markdown.</summary>
internal static class Table
{
    /// <summary>The first two lines.</summary>
    public const string Header =
        "| estimator | points | without | median | 90 % | per run | jump | 99 % | covers | width |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    /// <summary>The line of an estimator.</summary>
    public static string Row(string name, Score score) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {score.Points} | {score.Missing} | {Percent(score.Median)} | {Percent(score.Worst)} | {Percent(score.PerRun)} "
        + $"| {Percent(score.Jump, "0.00")} | {Percent(score.WorstJump)} | {Percent(score.Coverage, "0")} | {Percent(score.Width, "0")} |");

    private static string Percent(double part, string format = "0.0") =>
        double.IsNaN(part) ? "" : (100 * part).ToString(format, CultureInfo.InvariantCulture) + " %";
}
