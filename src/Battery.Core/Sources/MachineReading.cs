using Battery.Core.Model;
using Battery.Core.Rules;

namespace Battery.Core.Sources;

/// <summary>What one reading of a machine gave.</summary>
public sealed class MachineReading
{
    /// <summary>Creates a reading, and determines the power flow of its batteries.</summary>
    /// <param name="batteries">The batteries of the scopes that were read.</param>
    /// <param name="adapters">The adapters.</param>
    /// <param name="externalPower">Whether external power is connected.</param>
    /// <param name="readPower">Reads external power again, for batteries that are refreshed; null if it cannot change.</param>
    public MachineReading(
        List<BatteryDevice> batteries, List<Adapter> adapters, ExternalPower externalPower, Func<ExternalPower>? readPower = null)
    {
        Batteries = batteries;
        Adapters = adapters;
        ExternalPower = externalPower;
        var power = new MachinePower(batteries, externalPower, readPower);
        foreach (BatteryDevice battery in batteries)
        {
            battery.Machine = power;
        }
    }

    /// <summary>The batteries of the scopes that were read, in natural order of their names.</summary>
    public List<BatteryDevice> Batteries { get; }

    /// <summary>The adapters of the machine, not those of peripherals. Empty where the system reports none, as Windows.</summary>
    public List<Adapter> Adapters { get; }

    /// <summary>Whether external power is connected.</summary>
    public ExternalPower ExternalPower { get; }

    /// <summary>The power that the adapter in use can supply, W.</summary>
    public Measurement AdapterPower => SupplyRules.AdapterPower(Adapters);
}
