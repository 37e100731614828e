namespace Battery.Ffi.Types;

/// <summary>Which batteries a manager lists; the values can be added.</summary>
[Flags]
public enum BatteryScopes
{
    /// <summary>What a manager lists unless told otherwise: the machine's own.</summary>
    Default = 0,

    /// <summary>The machine's own batteries and UPSes.</summary>
    System = 1,

    /// <summary>Those of peripherals: mice, headsets, pens, controllers.</summary>
    Peripheral = 2,

    /// <summary>All of them.</summary>
    All = System | Peripheral,
}
