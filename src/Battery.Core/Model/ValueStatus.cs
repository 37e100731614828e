namespace Battery.Core.Model;

/// <summary>Whether a value is known, and if not, why.</summary>
public enum ValueStatus
{
    /// <summary>Nothing that could be asked: no such battery, or no such field.</summary>
    Invalid = -1,

    /// <summary>The value is known.</summary>
    Present = 0,

    /// <summary>This machine does not report the value, or reports that it does not know it.</summary>
    NotSupported = 1,

    /// <summary>The value is there and could not be read: permission denied, or an error of the device.</summary>
    Unreadable = 2,

    /// <summary>The machine reports something that cannot be true; a rule refused it.</summary>
    Implausible = 3,

    /// <summary>The value has no meaning in the present state, as the time to full while discharging.</summary>
    NotApplicable = 4,
}
