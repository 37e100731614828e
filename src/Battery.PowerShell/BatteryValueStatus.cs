namespace Battery;

/// <summary>Whether a value is known, and how; or why it is not.</summary>
public enum BatteryValueStatus
{
    /// <summary>The system reported it.</summary>
    Reported = 0,

    /// <summary>A rule computed it from what the system reported.</summary>
    Derived = 1,

    /// <summary>The system does not report it, or reports it as unknown.</summary>
    NotSupported = 2,

    /// <summary>It could not be read: access denied, or an error of the device.</summary>
    Unreadable = 3,

    /// <summary>What the system reported is implausible; a rule refused it.</summary>
    Implausible = 4,

    /// <summary>It does not apply now, for example the time to full while discharging.</summary>
    NotApplicable = 5,
}
