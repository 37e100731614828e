using Battery.Core.Estimation;
using Battery.Core.Sources;
using Battery.Core.Waiting;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>What a manager's handle stands for: a source, which of its batteries are wanted, and who waits for changes.</summary>
internal sealed class OpenManager
{
    private readonly SupplyScopes _scopes;

    public OpenManager(IPowerSupplySource source, BatteryScopes scopes)
    {
        // The bits are the same.
        _scopes = (SupplyScopes)scopes;
        Source = source;
        Watch = new(source, _scopes);
    }

    /// <summary>The source.</summary>
    public IPowerSupplySource Source { get; }

    /// <summary>Waits for changes of the wanted batteries and of external power.</summary>
    public ChangeMonitor Watch { get; }

    /// <summary>The time estimates of the batteries, kept from one list or refresh to the next.</summary>
    public EstimatorSet Estimates { get; } = new(TimeProvider.System);

    /// <summary>Lists and reads the wanted batteries. After a wait of the calling thread the wait's own reading is used, if it is recent.</summary>
    public List<BatteryDevice> ReadBatteries()
    {
        MachineReading reading = Watch.TakeReading() ?? Source.Read(_scopes);
        Estimates.AddAll(reading);
        return reading.Batteries;
    }

    /// <summary>Reads external power and the adapters, and no batteries.</summary>
    public MachineReading ReadExternalPower() => Source.Read(SupplyScopes.None);
}
