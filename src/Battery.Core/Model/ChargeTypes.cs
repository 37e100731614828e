namespace Battery.Core.Model;

/// <summary>A set of charge types: the bit of each is 1 shifted left by its number.</summary>
[Flags]
public enum ChargeTypes
{
    /// <summary>Not reported.</summary>
    Unknown = 0,

    /// <summary>Not charging.</summary>
    None = 1 << ChargeType.None,

    /// <summary>At a slow speed.</summary>
    Trickle = 1 << ChargeType.Trickle,

    /// <summary>At a fast speed.</summary>
    Fast = 1 << ChargeType.Fast,

    /// <summary>At a moderate speed.</summary>
    Standard = 1 << ChargeType.Standard,

    /// <summary>The machine adapts the charging to the use.</summary>
    Adaptive = 1 << ChargeType.Adaptive,

    /// <summary>By the charge thresholds.</summary>
    Custom = 1 << ChargeType.Custom,

    /// <summary>For a long life of the battery.</summary>
    LongLife = 1 << ChargeType.LongLife,

    /// <summary>External power bypasses the battery.</summary>
    Bypass = 1 << ChargeType.Bypass,

    /// <summary>Near the end of a charge.</summary>
    Taper = 1 << ChargeType.Taper,
}
