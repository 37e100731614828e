using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>
/// Merges points of reports that overlap; within one report nothing is merged. Of two periods that begin together the longer one stays: the shorter
/// one ended when its
/// report was made. A period that reaches into one of another report, which began in the middle of it, ends where that begins.
/// </summary>
internal static class PointMerger
{
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(1);

    /// <summary>The points of each battery in order of time, without doubles.</summary>
    public static IEnumerable<HistoryPoint> Merge(IEnumerable<HistoryPoint> points) =>
        points.GroupBy(BatteryKey.Of).SelectMany(static battery => MergeBattery(battery));

    private static IEnumerable<HistoryPoint> MergeBattery(IEnumerable<HistoryPoint> points)
    {
        List<HistoryPoint> sorted = points
            .OrderBy(static point => point.Utc).ThenBy(static point => point.Kind).ThenByDescending(static point => point.Duration)
            .GroupBy(static point => (point.Utc, point.Kind, point.Kind == HistoryKind.Capacity ? point.EnergyFull : null))
            .SelectMany(static moment => moment.Where(point => point.Source == moment.First().Source))
            .ToList();
        List<HistoryPoint> periods = sorted.FindAll(static point => point.Kind == HistoryKind.Usage);
        int next = 0;
        foreach (HistoryPoint point in sorted)
        {
            if (point.Kind == HistoryKind.Usage)
            {
                next++;
                yield return next < periods.Count ? Shortened(point, periods[next]) : point;
            }
            else if (point.Kind == HistoryKind.Capacity || next == 0 || !Covers(periods[next - 1], point))
            {
                yield return point;
            }
        }
    }

    // The moment at which an earlier report was made lies within a period of a later one and says nothing more.
    private static bool Covers(HistoryPoint period, HistoryPoint reading) =>
        period.Source != reading.Source && period.Utc + period.Duration > reading.Utc;

    private static HistoryPoint Shortened(HistoryPoint period, HistoryPoint next)
    {
        if (period.Source == next.Source || period.Duration is not { } duration || period.Utc + duration <= next.Utc + s_tolerance)
        {
            return period;
        }

        return period with
        {
            Duration = next.Utc - period.Utc,
            EnergyUsed = period.Energy - next.Energy,
            PercentUsed = period.EnergyUsed is null ? period.Percentage - next.Percentage : 100 * (period.Energy - next.Energy) / period.EnergyFull,
        };
    }
}
