namespace Battery.Benchmarks.Report;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Target">The target; empty for a figure without one.</param>
/// <param name="Measured">The result.</param>
/// <param name="Ratio">The ratio to the baseline; empty without one.</param>
/// <param name="Verdict">pass, short, or empty where there is no target.</param>
internal sealed record Row(string What, string Target, string Measured, string Ratio, string Verdict)
{
    /// <summary>The verdict of a target that is met.</summary>
    public const string Pass = "pass";

    /// <summary>A figure and its ratio to a baseline, with a limit.</summary>
    public static Row Times(string what, string target, string measured, double ratio, double limit) =>
        new(what, target, measured, Number.Times(ratio), Judge(ratio <= limit));

    /// <summary>A figure and its ratio to a baseline.</summary>
    public static Row WithRatio(string what, string measured, double ratio) => new(what, string.Empty, measured, Number.Times(ratio), string.Empty);

    /// <summary>An amount with a limit.</summary>
    public static Row AtMost(string what, string target, string measured, double value, double limit) =>
        new(what, target, measured, string.Empty, Judge(value <= limit));

    /// <summary>A figure without a target.</summary>
    public static Row Information(string what, string measured) => new(what, string.Empty, measured, string.Empty, string.Empty);

    /// <summary>A figure that could not be measured, and why.</summary>
    public static Row Skipped(string what, string why) => new(what, string.Empty, $"skipped: {why}", string.Empty, string.Empty);

    /// <summary>A measurement that failed, and the error.</summary>
    public static Row Failed(string what, string why) => new(what, string.Empty, why, string.Empty, "**failed**");

    private static string Judge(bool isGood) => isGood ? Pass : "**short**";
}
