using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Estimation;

/// <summary>
/// The estimators of the batteries that are read repeatedly: one for each battery, found by its identity, after a list and after a
/// refresh. Safe for use by several threads.
/// </summary>
/// <param name="clock">The clock. It must count on while the machine is suspended, so that a suspend is a gap: the time of day.</param>
public sealed class EstimatorSet(TimeProvider clock)
{
    /// <summary>More batteries than this have no estimate.</summary>
    public const int MostBatteries = 64;

    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Lock _gate = new();
    private int _list;

    /// <summary>Adds a reading of all batteries.</summary>
    public void AddAll(MachineReading reading)
    {
        lock (_gate)
        {
            _list++;
            foreach (BatteryDevice device in reading.Batteries)
            {
                if (Find(Identity(device.Snapshot)) is { } entry)
                {
                    entry.List = _list;
                    Add(entry.Estimator, device, reading.ExternalPower);
                }
            }
        }
    }

    /// <summary>Adds the reading of a battery that was refreshed.</summary>
    public void Add(BatteryDevice device)
    {
        lock (_gate)
        {
            // A refresh costs no string: the estimator is found by the battery's object once it is known.
            if ((device.Estimator ?? Find(Identity(device.Snapshot))?.Estimator) is { } estimator)
            {
                Add(estimator, device, ExternalPower.Unknown);
            }
        }
    }

    private static string Identity(BatterySnapshot snapshot) =>
        $"{snapshot.Name}\n{snapshot.Text(BatteryField.Model)}\n{snapshot.Text(BatteryField.SerialNumber)}";

    private void Add(TimeEstimator estimator, BatteryDevice device, ExternalPower power)
    {
        double time = clock.GetUtcNow().UtcTicks / (double)TimeSpan.TicksPerSecond;
        lock (device.Gate)
        {
            device.Estimator = estimator;
            device.Estimate = WithReachableTime(estimator.Add(SnapshotReading.Of(device.Snapshot, time, power)), device.Snapshot);
        }
    }

    // Where charging ends at a limit that is not reported, the time until then is not known.
    private static TimeEstimate WithReachableTime(TimeEstimate estimate, BatterySnapshot snapshot) =>
        snapshot.PowerFlow == PowerFlow.Charging && snapshot.QualityOf(BatteryField.ChargeLimit) == ValueQuality.LimitWithoutNumber
            ? estimate with { Seconds = double.NaN, Low = double.NaN, High = double.NaN, TargetPercentage = double.NaN }
            : estimate;

    private Entry? Find(string identity)
    {
        if (_entries.TryGetValue(identity, out Entry? known))
        {
            return known;
        }

        if (_entries.Count >= MostBatteries)
        {
            foreach ((string gone, Entry entry) in _entries)
            {
                if (entry.List < _list - 1)
                {
                    _entries.Remove(gone);
                }
            }

            if (_entries.Count >= MostBatteries)
            {
                return null;
            }
        }

        return _entries[identity] = new Entry { List = _list };
    }

    private sealed class Entry
    {
        public TimeEstimator Estimator { get; } = new();

        public int List { get; set; }
    }
}
