namespace Battery.Core.Model;

/// <summary>Why a value is known or not: finer than <see cref="ValueStatus"/>, one member for each rule that refuses.</summary>
public enum ValueQuality : byte
{
    /// <summary>The machine does not report the value.</summary>
    Missing = 0,

    /// <summary>The value is known.</summary>
    Known,

    /// <summary>The system reported its sentinel for an unknown value.</summary>
    ReportedUnknown,

    /// <summary>The caller may not read it.</summary>
    PermissionDenied,

    /// <summary>The device returned an error.</summary>
    ReadFailed,

    /// <summary>What was read is not what the value is made of: no number, an unheard-of word, longer than a value can be.</summary>
    Malformed,

    /// <summary>Outside what the quantity can be.</summary>
    OutOfRange,

    /// <summary>Energy when full is more than twice the designed energy.</summary>
    FullFarAboveDesign,

    /// <summary>Designed energy is less than half the energy when full, and less than what is left.</summary>
    DesignFarBelowFull,

    /// <summary>Energy when full is less than 2 % of the designed energy.</summary>
    FullFarBelowDesign,

    /// <summary>Energy left is more than one and a half times the energy when full.</summary>
    RemainingFarAboveFull,

    /// <summary>A 0 of a device that measures nothing, or that another value contradicts: a placeholder.</summary>
    PlaceholderZero,

    /// <summary>No voltage is known to turn charge into energy.</summary>
    NoVoltage,

    /// <summary>The battery is not in the state that the value belongs to.</summary>
    NotInThisState,

    /// <summary>Nothing flows, so there is no time at which it ends.</summary>
    ZeroRate,

    /// <summary>The battery reports charging while it loses charge (a charger that is too weak).</summary>
    LosesChargeWhileCharging,

    /// <summary>Further away than ten days: a rate near zero.</summary>
    TimeTooLong,

    /// <summary>Charging ends at a limit below 100 %.</summary>
    LimitInForce,

    /// <summary>No charge limit below 100 % is in force.</summary>
    NoLimit,

    /// <summary>A charge limit is in force, and the machine does not report its percentage.</summary>
    LimitWithoutNumber,

    /// <summary>The battery is at the percentage already, or beyond it.</summary>
    AlreadyThere,
}
