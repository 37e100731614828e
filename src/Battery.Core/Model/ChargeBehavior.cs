namespace Battery.Core.Model;

/// <summary>What the machine is set to do with a battery on external power.</summary>
public enum ChargeBehavior
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Charge as usual.</summary>
    Auto = 1,

    /// <summary>Do not charge.</summary>
    InhibitCharge = 2,

    /// <summary>Do not charge while the machine is awake.</summary>
    InhibitChargeAwake = 3,

    /// <summary>Discharge the battery although external power is connected.</summary>
    ForceDischarge = 4,
}
