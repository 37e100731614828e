using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Estimation;

/// <summary>
/// The estimators of the batteries that are read repeatedly: one for each battery, after a list and after a refresh, and one for all
/// system batteries together. Safe for use by several threads.
/// </summary>
/// <param name="clock">The clock. It must count on while the machine is suspended, so that a suspend is a gap: the time of day.</param>
public sealed class EstimatorSet(TimeProvider clock)
{
    /// <summary>More batteries than this have no estimate.</summary>
    public const int MostBatteries = 64;

    private readonly Dictionary<string, Entry> _entries = [];
    private readonly List<EstimateReading> _system = [];
    private readonly BatteryEstimator _several = new(0);
    private readonly Lock _gate = new();
    private BatteryDevice? _only;
    private bool _hasLimitWithoutNumber;
    private int _list, _created;

    /// <summary>The estimate for all system batteries as one, after the last list, and its average rate in watts.</summary>
    public (TimeEstimate Estimate, double Watts) Total()
    {
        lock (_gate)
        {
            if (_only is { } only)
            {
                lock (only.Gate)
                {
                    return (only.Estimate, SnapshotReading.Watts(only.Estimate, only.Snapshot));
                }
            }

            // The target while discharging is 0.
            TimeEstimate several = _several.Estimate;
            return (_hasLimitWithoutNumber && several.TargetPercentage > 0 ? several.WithoutTime : several, several.AverageRate);
        }
    }

    /// <summary>Adds a reading of all batteries.</summary>
    public void AddAll(MachineReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        lock (_gate)
        {
            _list++;
            double time = Now;
            _system.Clear();
            _only = null;
            _hasLimitWithoutNumber = false;
            foreach (BatteryDevice device in reading.Batteries)
            {
                if (Find(device.Snapshot.Name) is { } entry)
                {
                    entry.List = _list;
                    device.Estimator = entry.Estimator;
                    AddToTotal(device, Add(entry.Estimator, device, time, reading.ExternalPower));
                }
            }

            if (_system.Count != 1)
            {
                _only = null;
                _several.Add(EstimateReading.Sum(CollectionsMarshal.AsSpan(_system)));
            }
        }
    }

    /// <summary>Adds the reading of a battery that was refreshed. It was listed before.</summary>
    public void Add(BatteryDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Estimator is { } estimator)
        {
            Add(estimator, device, Now, ExternalPower.Unknown);
        }
    }

    private double Now => clock.GetUtcNow().UtcTicks / (double)TimeSpan.TicksPerSecond;

    private static EstimateReading Add(BatteryEstimator estimator, BatteryDevice device, double time, ExternalPower power)
    {
        lock (device.Gate)
        {
            return estimator.Add(device.Snapshot, time, power);
        }
    }

    private void AddToTotal(BatteryDevice device, in EstimateReading reading)
    {
        if (device.Snapshot.Scope == BatteryScope.System)
        {
            // A battery that counts charge has an energy as well; charges of different voltages cannot be added.
            _only = device;
            _hasLimitWithoutNumber |= device.HasLimitWithoutNumber;
            _system.Add(reading with
            {
                Energy = device.Snapshot.Number(BatteryField.Energy),
                EnergyFull = device.Snapshot.Number(BatteryField.EnergyFull),
            });
        }
    }

    private Entry? Find(string name)
    {
        if (_entries.TryGetValue(name, out Entry? known))
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

        return _entries[name] = new Entry(new(++_created)) { List = _list };
    }

    private sealed class Entry(BatteryEstimator estimator)
    {
        public BatteryEstimator Estimator { get; } = estimator;

        public int List { get; set; }
    }
}
