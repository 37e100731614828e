namespace Battery.Core.Raw;

/// <summary>Why a charger does not charge, on systems whose charger reports a reason.</summary>
internal enum ChargeHold
{
    /// <summary>No reason, or none that is known.</summary>
    None,

    /// <summary>The battery is full.</summary>
    Full,

    /// <summary>The battery is held at its charge limit.</summary>
    AtLimit,

    /// <summary>Charging is inhibited.</summary>
    Inhibited,
}
