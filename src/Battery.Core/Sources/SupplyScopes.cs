namespace Battery.Core.Sources;

/// <summary>Whose batteries a reading includes.</summary>
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
}
