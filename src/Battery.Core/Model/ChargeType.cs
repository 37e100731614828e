namespace Battery.Core.Model;

/// <summary>How a battery is charged, as the kernel's power supply class defines it.</summary>
public enum ChargeType
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Not charging.</summary>
    [KernelWord("N/A")]
    None = 1,

    /// <summary>At a slow speed. On Dell machines: for use mainly on external power.</summary>
    Trickle = 2,

    /// <summary>At a fast speed.</summary>
    Fast = 3,

    /// <summary>At a moderate speed.</summary>
    Standard = 4,

    /// <summary>The machine adapts the charging to the use, without a setting.</summary>
    Adaptive = 5,

    /// <summary>By the charge thresholds.</summary>
    Custom = 6,

    /// <summary>For a long life of the battery: charging ends below 100 %, at a percentage that is not reported.</summary>
    [KernelWord("Long Life")]
    LongLife = 7,

    /// <summary>External power bypasses the battery.</summary>
    Bypass = 8,

    /// <summary>Near the end of a charge, with a falling current (Android).</summary>
    Taper = 9,
}
