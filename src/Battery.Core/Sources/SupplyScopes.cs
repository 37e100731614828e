namespace Battery.Core.Sources;

/// <summary>What a reading includes: whose batteries, and how much about the adapters.</summary>
[Flags]
public enum SupplyScopes
{
    /// <summary>No batteries: external power and adapters only.</summary>
    None = 0,

    /// <summary>Batteries and UPSes that power the machine.</summary>
    System = 1,

    /// <summary>Batteries of peripherals.</summary>
    Peripheral = 2,

    /// <summary>All batteries.</summary>
    All = System | Peripheral,

    /// <summary>Everything about the adapters. Without it, a reading asks them only whether they are online, and for their power.</summary>
    AdapterDetails = 4,
}
