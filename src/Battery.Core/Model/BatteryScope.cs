namespace Battery.Core.Model;

/// <summary>What a battery supplies.</summary>
public enum BatteryScope
{
    /// <summary>Returned only for an invalid handle.</summary>
    Unknown = 0,

    /// <summary>The system.</summary>
    System = 1,

    /// <summary>A peripheral: a mouse, headset, pen or controller.</summary>
    [KernelWord("Device")]
    Peripheral = 2,
}
