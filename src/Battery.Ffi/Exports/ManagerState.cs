using Battery.Core.Estimation;
using Battery.Core.Sources;
using Battery.Core.Waiting;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>The state behind a manager's handle: the source, the scopes that are listed, and the monitor for waits.</summary>
internal sealed class ManagerState
{
    private readonly SupplyScopes _scopes;

    public ManagerState(IPowerSupplySource source, BatteryScopes scopes)
    {
        // The bits are the same.
        _scopes = (SupplyScopes)scopes;
        Source = source;
        Monitor = new(source, _scopes);
    }

    /// <summary>The source.</summary>
    public IPowerSupplySource Source { get; }

    /// <summary>Waits for changes of the listed batteries and of external power.</summary>
    public ChangeMonitor Monitor { get; }

    /// <summary>The time estimates of the batteries, kept between lists and refreshes.</summary>
    public EstimatorSet Estimates { get; } = new();

    /// <summary>Reads the machine and its batteries. After a wait of the calling thread the wait's own reading is used, if it is recent.</summary>
    public MachineReading Read()
    {
        MachineReading reading = Monitor.TakeReading() ?? Source.Read(_scopes);
        Estimates.AddAll(reading);
        return reading;
    }

    /// <summary>Reads external power and the adapters, and no batteries.</summary>
    public MachineReading ReadExternalPower() => Source.Read(SupplyScopes.None);

    /// <summary>Reads the adapters with all their values.</summary>
    public List<Adapter> ReadAdapters() => Source.Read(SupplyScopes.AdapterDetails).Adapters;
}
