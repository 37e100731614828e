using Battery.History.Model;
using Battery.History.Reading;

namespace Battery.History.Statistics;

/// <summary>Collects of the points of one battery what its statistics need.</summary>
internal sealed class BatteryMeter
{
    private const double Full = 99.5;
    private const double Hot = 40;
    private static readonly TimeSpan s_longSleep = TimeSpan.FromMinutes(30);
    private readonly List<HistoryPoint> _reported = [];
    private readonly List<Sample> _samples = [];
    private readonly CapacityTrends _capacities = new();
    private (DateTime Utc, int? Count) _cycles;
    private DateTime _start = DateTime.MaxValue;
    private DateTime _end = DateTime.MinValue;
    private long _count;

    public void Add(HistoryPoint point)
    {
        _count++;
        _start = point.Utc < _start ? point.Utc : _start;
        _end = point.Utc > _end ? point.Utc : _end;
        _cycles = point.CycleCount is not null && point.Utc >= _cycles.Utc ? (point.Utc, point.CycleCount) : _cycles;
        if (point.Format == HistoryFormat.PowerCfg)
        {
            // There may be several reports of one period; each has few points.
            _reported.Add(point);
            return;
        }

        if (point.EnergyFull is { } full)
        {
            _capacities.AddRead(point.Utc, full, point.EnergyFullDesign);
        }

        _samples.Add(Sample.Of(point));
    }

    public (BatteryStatistics Statistics, Timeline Timeline) Measure(BatteryKey key)
    {
        foreach (HistoryPoint point in PointMerger.Merge(_reported))
        {
            if (point is { Kind: HistoryKind.Capacity, EnergyFull: { } full })
            {
                _capacities.AddRecorded(point.Utc, full, point.EnergyFullDesign, point.BatteryChanged);
            }
            else if (point.Kind == HistoryKind.Usage)
            {
                _samples.Add(Sample.Of(point));
            }
            else if (point is { Kind: HistoryKind.Reading, EnergyFull: { } now })
            {
                _capacities.Last ??= now;
            }
        }

        var timeline = new Timeline(_samples);
        List<DischargeSession> sessions = SessionFinder.Find(timeline, key).ToList();
        List<SleepPeriod> sleeps = SleepFinder.Find(timeline, key).ToList();
        List<SleepPeriod> onBattery = sleeps.FindAll(static sleep => sleep.IsOnBattery);
        bool hasCharge = Array.Exists(timeline.Samples, static sample => !double.IsNaN(sample.Percentage));
        bool hasTemperature = Array.Exists(timeline.Samples, static sample => !float.IsNaN(sample.Temperature));
        Drain? drain = Drain.Of(onBattery);
        TimeSpan awake = Total(sessions, static session => session.Duration - session.SleepTime);
        BatteryStatistics statistics = new()
        {
            ComputerName = key.ComputerName,
            Battery = key.Battery,
            SerialNumber = key.SerialNumber,
            UtcStart = _start,
            UtcEnd = _end,
            Points = _count,
            Sessions = sessions,
            Charges = ChargeFinder.Find(timeline, key).ToList(),
            Sleeps = sleeps,
            SleepDrain = drain,
            LongSleepDrain = Drain.Of(onBattery.FindAll(static sleep => sleep.Duration >= s_longSleep)),
            EnergyUsed = sessions.Count == 0 ? null : sessions.Aggregate((double?)0, static (sum, session) => sum + session.EnergyUsed),
            ActivePower = ActivePower(sessions, awake),
            ActivePercentPerHour = Known.PerHour(
                sessions.Aggregate((double?)0, static (sum, session) => sum + session.PercentUsed) - (drain?.PercentUsed ?? 0), awake),
            EnergyFull = _capacities.Last,
            EnergyFullDesign = _capacities.Design ?? _reported.Find(static point => point.EnergyFullDesign is not null)?.EnergyFullDesign,
            CapacityTrend = _capacities.Trend(),
            Capacities = _capacities.Capacities(),
            CycleCount = _cycles.Count,
            TimeAtFull = hasCharge ? Sum(timeline, static sample => sample.Percentage >= Full && !sample.IsDischarging) : null,
            TimeAbove40Celsius = hasTemperature ? Sum(timeline, static sample => sample.Temperature > Hot) : null,
            TimeRecorded = Sum(timeline, static sample => !double.IsNaN(sample.Percentage)),
        };
        return (statistics, timeline);
    }

    private static double? ActivePower(List<DischargeSession> sessions, TimeSpan awake)
    {
        if (sessions.Count > 0 && sessions.TrueForAll(static session => session.SleepEnergyUsed is not null))
        {
            return Known.PerHour(sessions.Sum(static session => session.EnergyUsed - session.SleepEnergyUsed), awake);
        }

        List<DischargeSession> known = sessions.FindAll(static session => session.MeanPower is not null);
        return Known.PerHour(known.Sum(static session => session.MeanPower * (session.Duration - session.SleepTime).TotalHours),
            Total(known, static session => session.Duration - session.SleepTime));
    }

    private static TimeSpan Total(List<DischargeSession> sessions, Func<DischargeSession, TimeSpan> value) =>
        sessions.Aggregate(TimeSpan.Zero, (sum, session) => sum + value(session));

    private static TimeSpan Sum(Timeline timeline, Func<Sample, bool> holds)
    {
        long ticks = 0;
        for (int i = 0; i < timeline.Samples.Length; i++)
        {
            ticks += holds(timeline.Samples[i]) ? timeline.Holds(i).Ticks : 0;
        }

        return new(ticks);
    }
}
