using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Waiting;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>What a manager's handle stands for: a source, which of its batteries are wanted, and who waits for changes.</summary>
internal sealed class OpenManager
{
    private readonly BatteryScopes _scopes;

    public OpenManager(IPowerSupplySource source, BatteryScopes scopes)
    {
        _scopes = scopes;
        Source = source;
        Watch = new(source, ReadBatteries);
    }

    /// <summary>The source.</summary>
    public IPowerSupplySource Source { get; }

    /// <summary>Waits for changes of the wanted batteries and of external power.</summary>
    public ChangeMonitor Watch { get; }

    /// <summary>Finds and reads the wanted batteries.</summary>
    public List<BatteryDevice> ReadBatteries()
    {
        List<BatteryDevice> batteries = Source.ReadBatteries();
        batteries.RemoveAll(device => !Wants(device.Snapshot.Scope));
        return batteries;
    }

    private bool Wants(BatteryScope scope) =>
        (_scopes & (scope == BatteryScope.Peripheral ? BatteryScopes.Peripheral : BatteryScopes.System)) != 0;
}
