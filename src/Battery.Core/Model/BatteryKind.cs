namespace Battery.Core.Model;

/// <summary>The kind of an energy store.</summary>
public enum BatteryKind
{
    /// <summary>Returned only for an invalid handle.</summary>
    Unknown = 0,

    /// <summary>A battery.</summary>
    Battery = 1,

    /// <summary>An uninterruptible power supply.</summary>
    [KernelWord("UPS")]
    Ups = 2,
}
