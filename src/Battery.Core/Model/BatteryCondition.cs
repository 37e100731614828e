namespace Battery.Core.Model;

/// <summary>The condition of a battery: as its gauge or charger reports it, or dead by its voltage.</summary>
public enum BatteryCondition
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Good.</summary>
    Good = 1,

    /// <summary>Overheated.</summary>
    Overheat = 2,

    /// <summary>Dead: it can no longer be used.</summary>
    Dead = 3,

    /// <summary>The voltage is too high.</summary>
    OverVoltage = 4,

    /// <summary>The voltage is too low.</summary>
    UnderVoltage = 5,

    /// <summary>A failure that the gauge does not describe.</summary>
    UnspecifiedFailure = 6,

    /// <summary>Too cold to be charged.</summary>
    Cold = 7,

    /// <summary>The charger's watchdog timer expired.</summary>
    WatchdogTimerExpire = 8,

    /// <summary>The charger's safety timer expired.</summary>
    SafetyTimerExpire = 9,

    /// <summary>The current is too high.</summary>
    OverCurrent = 10,

    /// <summary>The gauge must be calibrated.</summary>
    CalibrationRequired = 11,

    /// <summary>Warm: it is charged with less current or voltage.</summary>
    Warm = 12,

    /// <summary>Cool: it is charged with less current or voltage.</summary>
    Cool = 13,

    /// <summary>Too hot to be charged.</summary>
    Hot = 14,

    /// <summary>The charger finds no battery.</summary>
    NoBattery = 15,

    /// <summary>A fuse in the battery has blown.</summary>
    BlownFuse = 16,

    /// <summary>The cells have unequal voltages.</summary>
    CellImbalance = 17,
}
