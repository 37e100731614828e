namespace Battery.Core.Model;

/// <summary>A battery's chemistry. Values 0 to 8 are those of battery-ffi; new ones come after.</summary>
public enum BatteryTechnology
{
    /// <summary>The machine does not say.</summary>
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
