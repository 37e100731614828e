namespace Battery.History.Reading;

/// <summary>The range of a percentage. A gauge may report a little more than 100, which becomes 100; more is implausible.</summary>
internal static class Percentages
{
    private const double MaxOverrun = 125;

    /// <summary>The percentage from 0 to 100; null if it is implausible.</summary>
    public static double? Plausible(double? percentage) =>
        percentage is >= 0 and <= MaxOverrun ? Math.Min(percentage.Value, 100) : null;
}
