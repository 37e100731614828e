using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Estimation;

/// <summary>The estimator of one battery, shared by all handles of it. Safe for use by several threads.</summary>
/// <param name="id">A number that no other estimator of the manager has.</param>
public sealed class BatteryEstimator(int id)
{
    private readonly Lock _gate = new();
    private readonly TimeEstimator _estimator = new();
    private string? _model, _serial;
    private long _number = (long)id << 32;
    private EstimateReading _reading = new();

    /// <summary>The estimate after the last reading.</summary>
    public TimeEstimate Estimate
    {
        get
        {
            lock (_gate)
            {
                return _estimator.Estimate;
            }
        }
    }

    /// <summary>The last reading, as the estimator got it.</summary>
    internal EstimateReading Reading
    {
        get
        {
            lock (_gate)
            {
                return _reading;
            }
        }
    }

    /// <summary>Takes a reading of the battery.</summary>
    internal void Add(BatteryDevice device, ExternalPower power)
    {
        BatterySnapshot snapshot = device.Snapshot;
        lock (device.Gate)
        {
            string? model = snapshot.Text(BatteryField.Model), serial = snapshot.Text(BatteryField.SerialNumber);
            lock (_gate)
            {
                // Another battery in the same bay.
                if (model != _model || serial != _serial)
                {
                    (_model, _serial) = (model, serial);
                    _number++;
                }

                _reading = SnapshotReading.Of(snapshot) with
                {
                    Time = device.ReadTime,
                    Battery = _number,
                    ExternalPower = power switch { ExternalPower.Online => true, ExternalPower.Offline => false, _ => null },
                };
                _estimator.Add(_reading);
            }
        }
    }

    /// <summary>Takes a reading that was made of several batteries.</summary>
    internal void Add(in EstimateReading reading)
    {
        lock (_gate)
        {
            _estimator.Add(reading);
        }
    }
}
