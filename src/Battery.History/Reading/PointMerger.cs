using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>
/// Merges the points of reports that overlap. Points of one report are never merged. Of two periods that begin at the same time the
/// longer one is kept: the shorter one ended when its report was made. A period that overlaps the next one of another report ends
/// where that begins.
/// </summary>
internal static class PointMerger
{
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(1);

    /// <summary>The points of each battery in order of time, without duplicates.</summary>
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

    // The reading with which an earlier report ends is within a period of a later one, and adds nothing to it.
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
