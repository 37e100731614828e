using Battery.Core.Model;

namespace Battery.Core.Estimation;

/// <summary>The estimator of one battery, shared by all handles of it. Safe for use by several threads.</summary>
/// <param name="id">A number that no other estimator of the manager has.</param>
public sealed class BatteryEstimator(int id)
{
    private readonly Lock _gate = new();
    private readonly TimeEstimator _estimator = new();
    private string? _model, _serial;
    private long _number = (long)id << 32;

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

    /// <summary>Takes a reading of the battery and returns it as the estimator got it.</summary>
    internal EstimateReading Add(BatterySnapshot snapshot, double time, ExternalPower power)
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

            EstimateReading reading = SnapshotReading.Of(snapshot, time, power) with { Battery = _number };
            _estimator.Add(reading);
            return reading;
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
