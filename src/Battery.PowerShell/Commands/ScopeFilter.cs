namespace Battery.PowerShell.Commands;

/// <summary>Which batteries Get-Battery gives.</summary>
public enum ScopeFilter
{
    /// <summary>The machine's own batteries and UPSes.</summary>
    System = 1,

    /// <summary>Those of peripherals: mice, headsets, pens, controllers.</summary>
    Peripheral = 2,

    /// <summary>All of them.</summary>
    All = System | Peripheral,
}
