namespace Battery.Core.Model;

/// <summary>Whether external (AC) power is connected.</summary>
public enum ExternalPower
{
    /// <summary>Not reported.</summary>
    Unknown = 0,

    /// <summary>Not connected: no readable adapter is online.</summary>
    Offline = 1,

    /// <summary>Connected: at least one adapter is online.</summary>
    Online = 2,
}
