namespace Battery.Ffi.Types;

/// <summary>Which batteries a manager lists; the values can be combined.</summary>
[Flags]
public enum BatteryScopes
{
    /// <summary>The default: those of the system.</summary>
    Default = 0,

    /// <summary>Batteries and UPSes of the system.</summary>
    System = 1,

    /// <summary>Batteries of peripherals: mice, headsets, pens, controllers.</summary>
    Peripheral = 2,

    /// <summary>All batteries.</summary>
    All = System | Peripheral,
}
