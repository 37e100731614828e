namespace Battery.History.Statistics;

/// <summary>NaN, which computes on as unknown, to null, which people read.</summary>
internal static class Known
{
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;

    /// <summary>A quantity for each hour; null where no time passed.</summary>
    public static double? PerHour(double? quantity, TimeSpan duration) => duration > TimeSpan.Zero ? quantity / duration.TotalHours : null;
}
