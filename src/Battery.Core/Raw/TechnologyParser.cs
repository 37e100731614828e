using System.Text;
using Battery.Core.Model;

namespace Battery.Core.Raw;

/// <summary>
/// Parses names of a battery's chemistry, case-insensitive: the Linux kernel's (power_supply_sysfs.c), and
/// those of ACPI firmware, which Windows reports in four bytes, padded with NUL.
/// </summary>
internal static class TechnologyParser
{
    /// <summary>The technology of a name, without its padding.</summary>
    public static RawValue Technology(ReadOnlySpan<byte> word) =>
        Is(word, "Li-ion"u8) || Is(word, "LION"u8) || Is(word, "Li-I"u8) ? Known(BatteryTechnology.LithiumIon)
        : Is(word, "Li-poly"u8) || Is(word, "LiP"u8) || Is(word, "LIPO"u8) ? Known(BatteryTechnology.LithiumPolymer)
        : Is(word, "LiFe"u8) || Is(word, "LiFePO4"u8) ? Known(BatteryTechnology.LithiumIronPhosphate)
        : Is(word, "LiMn"u8) ? Known(BatteryTechnology.LithiumManganese)
        : Is(word, "NiMH"u8) ? Known(BatteryTechnology.NickelMetalHydride)
        : Is(word, "NiCd"u8) ? Known(BatteryTechnology.NickelCadmium)
        : Is(word, "NiZn"u8) ? Known(BatteryTechnology.NickelZinc)
        : Is(word, "PbAc"u8) || Is(word, "Lead-acid"u8) ? Known(BatteryTechnology.LeadAcid)
        : Is(word, "RAM"u8) ? Known(BatteryTechnology.RechargeableAlkalineManganese)
        : RawValue.Unknown(word.IsEmpty || Is(word, "Unknown"u8) ? ValueQuality.ReportedUnknown : ValueQuality.Malformed);

    private static RawValue Known(BatteryTechnology technology) => RawValue.Known((int)technology);

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(word, known);
}
