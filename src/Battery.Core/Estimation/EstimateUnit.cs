namespace Battery.Core.Estimation;

/// <summary>The unit that an estimate counts in: the finest that the readings have.</summary>
public enum EstimateUnit
{
    /// <summary>There is no estimate.</summary>
    None = 0,

    /// <summary>Energy in watt-hours; rates in watts.</summary>
    WattHours = 1,

    /// <summary>Charge in ampere-hours; rates in amperes.</summary>
    AmpereHours = 2,

    /// <summary>Percent of the full capacity; rates in percent per hour.</summary>
    Percent = 3,
}
