using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>What a manager's handle stands for: a source, and which of its batteries are wanted.</summary>
internal sealed class OpenManager(IPowerSupplySource source, BatteryScopes scopes)
{
    /// <summary>The source.</summary>
    public IPowerSupplySource Source { get; } = source;

    /// <summary>Finds and reads the wanted batteries.</summary>
    public BatteryWalk Walk()
    {
        List<BatteryDevice> batteries = Source.ReadBatteries();
        batteries.RemoveAll(device => !Wants(device.Snapshot.Scope));
        return new(batteries);
    }

    private bool Wants(BatteryScope scope) =>
        (scopes & (scope == BatteryScope.Peripheral ? BatteryScopes.Peripheral : BatteryScopes.System)) != 0;
}
