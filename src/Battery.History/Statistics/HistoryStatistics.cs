using Battery.History.Model;

namespace Battery.History.Statistics;

/// <summary>Statistics of histories, by battery. Points are added one by one, and only what the statistics need is kept.</summary>
public sealed class HistoryStatistics
{
    private readonly Dictionary<BatteryKey, BatteryMeter> _batteries = [];

    /// <summary>The statistics of each battery, in the order of their first points.</summary>
    /// <param name="points">Points of any number of batteries and machines, in any order.</param>
    public static IReadOnlyList<BatteryStatistics> Measure(IEnumerable<HistoryPoint> points) =>
        Analyze(points).Select(static analysis => analysis.Statistics).ToList();

    /// <summary>Adds a point.</summary>
    /// <param name="point">Of any battery and machine, in any order.</param>
    public void Add(HistoryPoint point)
    {
        var key = BatteryKey.Of(point);
        if (!_batteries.TryGetValue(key, out BatteryMeter? battery))
        {
            _batteries[key] = battery = new();
        }

        battery.Add(point);
    }

    /// <summary>The statistics of each battery, in the order of their first points.</summary>
    public IReadOnlyList<BatteryStatistics> Measure() => Analyze().Select(static analysis => analysis.Statistics).ToList();

    /// <summary>The statistics of each battery with its samples.</summary>
    internal static IReadOnlyList<(BatteryStatistics Statistics, Timeline Timeline)> Analyze(IEnumerable<HistoryPoint> points)
    {
        var statistics = new HistoryStatistics();
        foreach (HistoryPoint point in points)
        {
            statistics.Add(point);
        }

        return statistics.Analyze();
    }

    private List<(BatteryStatistics Statistics, Timeline Timeline)> Analyze() => _batteries.Select(static battery => battery.Value.Measure(battery.Key))
        .ToList();
}
