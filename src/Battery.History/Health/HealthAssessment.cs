using System.Globalization;

namespace Battery.History.Health;

/// <summary>A verdict on the health of a battery with its reasons.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reasons">The reasons: one or more sentences, those that decide first. Short, since a table has a column of them.</param>
public sealed record HealthAssessment(HealthVerdict Verdict, string Reasons)
{
    /// <summary>The state of health below which a battery is worn, %: most manufacturers call a battery worn below it.</summary>
    public const double DefaultMinimumHealth = 80;

    /// <summary>The number of charge cycles above which a battery is worn.</summary>
    public const int DefaultMaximumCycleCount = 1000;

    // Other conditions, for example overheat or calibration required, pass: they are a reason, and not a verdict.
    private static readonly string[] s_failures = ["Dead", "UnspecifiedFailure", "BlownFuse", "CellImbalance"];

    /// <summary>Assesses a battery.</summary>
    /// <param name="values">What it reports.</param>
    /// <param name="minimumHealth">The state of health below which it is worn, %.</param>
    /// <param name="maximumCycleCount">The number of charge cycles above which it is worn.</param>
    public static HealthAssessment Of(
        HealthValues values, double minimumHealth = DefaultMinimumHealth, int maximumCycleCount = DefaultMaximumCycleCount)
    {
        bool isFaulty = s_failures.Contains(values.Condition);
        bool isWeak = values.Percent < minimumHealth;
        bool isOld = values.CycleCount > maximumCycleCount;
        HealthVerdict verdict = isFaulty ? HealthVerdict.Faulty
            : isWeak || isOld ? HealthVerdict.Worn
            : values.Percent is null ? HealthVerdict.Unknown
            : HealthVerdict.Good;

        (bool Decides, string? Sentence)[] reasons =
        [
            (isFaulty, Condition(values)),
            (isWeak, Capacity(values) + (isWeak ? Text($", less than {minimumHealth:0.#} %.") : ".")),
            (isOld, isOld ? Text($"It has {values.CycleCount} charge cycles, more than {maximumCycleCount}.") : null),
        ];
        IEnumerable<string> sentences = reasons.OrderByDescending(static reason => reason.Decides)
            .Select(static reason => reason.Sentence).OfType<string>()
            .Concat(values.Implausible.Select(static name => $"The reported {name} is implausible."));
        return new(verdict, string.Join(' ', sentences));
    }

    private static string? Condition(HealthValues values) =>
        values.Condition is null or "Good" or "Unknown" ? null
        : values.Condition == "Dead" && values.Voltage is { } voltage ? Text($"Its condition is Dead, at {voltage:0.0} V.")
        : $"Its condition is {values.Condition}.";

    private static string Capacity(HealthValues values) =>
        values.StateOfHealth is { } health ? Text($"Its capacity is {Shown(health)} % of the design")
        : values.ReportedStateOfHealth is { } reported ? Text($"Its gauge reports a health of {Shown(reported)} %")
        : "Full or design capacity is not known";

    // Rounded down: 79.97 is not shown as 80, which is not less than 80.
    private static string Shown(double percent) => (Math.Floor(percent * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
