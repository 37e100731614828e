using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Estimation;

/// <summary>
/// The estimators of the batteries that are read repeatedly: one for each battery, after a list and after a refresh, and one for all
/// system batteries together. Safe for use by several threads.
/// </summary>
public sealed class EstimatorSet
{
    /// <summary>More batteries than this have no estimate.</summary>
    public const int MostBatteries = 64;

    private readonly Dictionary<string, Entry> _entries = [];
    private readonly List<BatteryDevice> _system = [];
    private readonly List<EstimateReading> _readings = [];
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
            _system.Clear();
            _hasLimitWithoutNumber = false;
            foreach (BatteryDevice device in reading.Batteries)
            {
                if (Find(device.Snapshot.Name) is { } entry)
                {
                    entry.List = _list;
                    device.Estimator = entry.Estimator;
                    entry.Estimator.Add(device, reading.ExternalPower);
                    if (device.Snapshot.Scope == BatteryScope.System)
                    {
                        _system.Add(device);
                        _hasLimitWithoutNumber |= device.HasLimitWithoutNumber;
                    }
                }
            }

            _only = _system.Count == 1 ? _system[0] : null;
            if (_only is null)
            {
                AddTotal();
            }
        }
    }

    /// <summary>Adds the reading of a battery that was refreshed. It was listed before.</summary>
    public static void Add(BatteryDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Estimator is { } estimator)
        {
            estimator.Add(device, ExternalPower.Unknown);
        }
    }

    private void AddTotal()
    {
        _readings.Clear();
        foreach (BatteryDevice device in _system)
        {
            // A battery that counts charge has an energy as well; charges of different voltages cannot be added.
            _readings.Add(device.Estimator!.Reading with
            {
                Energy = device.Snapshot.Number(BatteryField.Energy),
                EnergyFull = device.Snapshot.Number(BatteryField.EnergyFull),
            });
        }

        _several.Add(EstimateReading.Sum(CollectionsMarshal.AsSpan(_readings)));
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
