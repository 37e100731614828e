namespace Battery.Core.Model;

/// <summary>Whether a value is known, and if not, why.</summary>
public enum ValueStatus
{
    /// <summary>An invalid handle or field.</summary>
    Invalid = -1,

    /// <summary>The value is known.</summary>
    Present = 0,

    /// <summary>The value is not reported, or reported as unknown.</summary>
    NotSupported = 1,

    /// <summary>The value could not be read: access denied, or an error of the device.</summary>
    Unreadable = 2,

    /// <summary>The reported value is implausible; a rule refused it.</summary>
    Implausible = 3,

    /// <summary>The value does not apply in the present state, for example the time to full while discharging.</summary>
    NotApplicable = 4,
}
