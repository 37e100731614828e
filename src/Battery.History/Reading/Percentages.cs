namespace Battery.History.Reading;

/// <summary>The range of a percentage: a gauge may run a little over, which is shown as 100; what lies beyond is implausible.</summary>
internal static class Percentages
{
    private const double MaxOverrun = 125;

    /// <summary>The percentage from 0 to 100; null where it is implausible.</summary>
    public static double? Plausible(double? percentage) =>
        percentage is >= 0 and <= MaxOverrun ? Math.Min(percentage.Value, 100) : null;
}
