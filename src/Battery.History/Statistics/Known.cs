namespace Battery.History.Statistics;

/// <summary>Converts NaN, which calculations keep as unknown, to null, which users see.</summary>
internal static class Known
{
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;

    /// <summary>A quantity per hour; null if no time passed.</summary>
    public static double? PerHour(double? quantity, TimeSpan duration) => duration > TimeSpan.Zero ? quantity / duration.TotalHours : null;
}
