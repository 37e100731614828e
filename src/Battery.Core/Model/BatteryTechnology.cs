namespace Battery.Core.Model;

/// <summary>The chemistry of a battery. Values 0 to 8 are those of battery-ffi.</summary>
public enum BatteryTechnology
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Lithium-ion.</summary>
    [KernelWord("Li-ion")]
    LithiumIon = 1,

    /// <summary>Lead-acid.</summary>
    [KernelWord("PbAc")]
    LeadAcid = 2,

    /// <summary>Lithium polymer.</summary>
    [KernelWord("Li-poly")]
    LithiumPolymer = 3,

    /// <summary>Nickel-metal hydride.</summary>
    [KernelWord("NiMH")]
    NickelMetalHydride = 4,

    /// <summary>Nickel-cadmium.</summary>
    [KernelWord("NiCd")]
    NickelCadmium = 5,

    /// <summary>Nickel-zinc.</summary>
    [KernelWord("NiZn")]
    NickelZinc = 6,

    /// <summary>Lithium iron phosphate.</summary>
    [KernelWord("LiFe")]
    LithiumIronPhosphate = 7,

    /// <summary>Rechargeable alkaline-manganese.</summary>
    [KernelWord("RAM")]
    RechargeableAlkalineManganese = 8,

    /// <summary>Lithium manganese.</summary>
    [KernelWord("LiMn")]
    LithiumManganese = 9,
}
