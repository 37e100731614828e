namespace Battery.Benchmarks.Report;

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Target">What it is to be; empty for what is only told.</param>
/// <param name="Measured">What it is.</param>
/// <param name="Ratio">How often the yardstick's; empty where there is none.</param>
/// <param name="Verdict">pass, short, or empty where there is no target.</param>
internal sealed record Row(string What, string Target, string Measured, string Ratio, string Verdict)
{
    /// <summary>The verdict of a target that is met.</summary>
    public const string Pass = "pass";

    /// <summary>Something beside its yardstick, with a limit for how often it.</summary>
    public static Row Times(string what, string target, string measured, double ratio, double limit) =>
        new(what, target, measured, Number.Times(ratio), Judge(ratio <= limit));

    /// <summary>Something beside its yardstick.</summary>
    public static Row Beside(string what, string measured, double ratio) => new(what, string.Empty, measured, Number.Times(ratio), string.Empty);

    /// <summary>An amount with a limit.</summary>
    public static Row AtMost(string what, string target, string measured, double value, double limit) =>
        new(what, target, measured, string.Empty, Judge(value <= limit));

    /// <summary>Something that is only told.</summary>
    public static Row Told(string what, string measured) => new(what, string.Empty, measured, string.Empty, string.Empty);

    /// <summary>Something that could not be measured, and why.</summary>
    public static Row Skipped(string what, string why) => new(what, string.Empty, $"skipped: {why}", string.Empty, string.Empty);

    /// <summary>Something that should have been measured, and what went wrong.</summary>
    public static Row Failed(string what, string why) => new(what, string.Empty, why, string.Empty, "**failed**");

    private static string Judge(bool isGood) => isGood ? Pass : "**short**";
}
