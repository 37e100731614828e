namespace Battery.Core.Model;

/// <summary>The chemistry of a battery. Values 0 to 8 are those of battery-ffi.</summary>
public enum BatteryTechnology
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Lithium-ion.</summary>
    LithiumIon = 1,

    /// <summary>Lead-acid.</summary>
    LeadAcid = 2,

    /// <summary>Lithium polymer.</summary>
    LithiumPolymer = 3,

    /// <summary>Nickel-metal hydride.</summary>
    NickelMetalHydride = 4,

    /// <summary>Nickel-cadmium.</summary>
    NickelCadmium = 5,

    /// <summary>Nickel-zinc.</summary>
    NickelZinc = 6,

    /// <summary>Lithium iron phosphate.</summary>
    LithiumIronPhosphate = 7,

    /// <summary>Rechargeable alkaline-manganese.</summary>
    RechargeableAlkalineManganese = 8,

    /// <summary>Lithium manganese.</summary>
    LithiumManganese = 9,
}
