namespace Battery.Core.Model;

/// <summary>Whether the machine is fed from outside.</summary>
public enum ExternalPower
{
    /// <summary>The machine has no supply that says so.</summary>
    Unknown = 0,

    /// <summary>Every adapter that could be read says that it is off.</summary>
    Offline = 1,

    /// <summary>At least one adapter feeds the machine.</summary>
    Online = 2,
}
