using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Sources;

/// <summary>What one reading of a machine gave.</summary>
/// <param name="batteries">The batteries of the scopes that were read.</param>
/// <param name="adapters">The adapters.</param>
/// <param name="externalPower">Whether external power is connected.</param>
public sealed class MachineReading(List<BatteryDevice> batteries, List<Adapter> adapters, ExternalPower externalPower)
{
    /// <summary>The batteries of the scopes that were read, in natural order of their names.</summary>
    public List<BatteryDevice> Batteries => batteries;

    /// <summary>The adapters of the machine, not those of peripherals. Empty where the system reports none, as Windows.</summary>
    public List<Adapter> Adapters => adapters;

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower ExternalPower => externalPower;

    /// <summary>The power that the adapter in use can supply, W.</summary>
    public Measurement AdapterPower => SupplyRules.AdapterPower(adapters);
}
