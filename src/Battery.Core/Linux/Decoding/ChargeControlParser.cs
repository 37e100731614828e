using System.Text;
using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Linux.Decoding;

/// <summary>
/// Parses the settings of charging. A file lists all words with the active one in brackets, <c>Fast Standard [Long_Life]</c>; uevent
/// has the active word only, <c>Long Life</c>.
/// </summary>
internal static class ChargeControlParser
{
    /// <summary>Parses <c>charge_types</c>: the active type, and the available ones, which only the file has.</summary>
    public static void ParseChargeTypes(ReadOnlySpan<byte> text, RawReading reading)
    {
        RawValue active = ChargeType(Active(text));
        reading[SupplyProperty.ChargeType] = reading[SupplyProperty.ChargeType].IsKnown && !active.IsKnown ? reading[SupplyProperty.ChargeType] : active;
        if (text.IndexOf((byte)'[') < 0)
        {
            return;
        }

        ChargeTypes available = ChargeTypes.Unknown;
        foreach (Range range in text.Split((byte)' '))
        {
            RawValue type = ChargeType(text[range].Trim("[]"u8));
            available |= type.IsKnown ? (ChargeTypes)(1 << (int)type.Number) : ChargeTypes.Unknown;
        }

        reading[SupplyProperty.AvailableChargeTypes] =
            available == ChargeTypes.Unknown ? RawValue.Unknown(ValueQuality.Malformed) : RawValue.Known((int)available);
    }

    /// <summary>A type of charging; of conservation_mode 1 is long life, and 0 any other.</summary>
    public static RawValue ChargeType(ReadOnlySpan<byte> word) =>
        Is(word, "Standard"u8) ? RawValue.Known((int)Model.ChargeType.Standard)
        : Is(word, "Fast"u8) ? RawValue.Known((int)Model.ChargeType.Fast)
        : Is(word, "Long_Life"u8) || Is(word, "Long Life"u8) ? RawValue.Known((int)Model.ChargeType.LongLife)
        : Is(word, "Custom"u8) ? RawValue.Known((int)Model.ChargeType.Custom)
        : Is(word, "Adaptive"u8) ? RawValue.Known((int)Model.ChargeType.Adaptive)
        : Is(word, "Trickle"u8) ? RawValue.Known((int)Model.ChargeType.Trickle)
        : Is(word, "Bypass"u8) ? RawValue.Known((int)Model.ChargeType.Bypass)
        : Is(word, "Taper"u8) ? RawValue.Known((int)Model.ChargeType.Taper)
        : Is(word, "N/A"u8) || Is(word, "None"u8) ? RawValue.Known((int)Model.ChargeType.None)
        : Is(word, "1"u8) ? RawValue.Known((int)Model.ChargeType.LongLife)
        : Is(word, "0"u8) ? RawValue.Unknown(ValueQuality.ReportedUnknown)
        : SysfsEnumParser.Unrecognized(word);

    /// <summary>What the machine is set to do.</summary>
    public static RawValue ChargeBehavior(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> word = Active(text);
        return Is(word, "auto"u8) ? RawValue.Known((int)Model.ChargeBehavior.Auto)
            : Is(word, "inhibit-charge"u8) ? RawValue.Known((int)Model.ChargeBehavior.InhibitCharge)
            : Is(word, "inhibit-charge-awake"u8) ? RawValue.Known((int)Model.ChargeBehavior.InhibitChargeAwake)
            : Is(word, "force-discharge"u8) ? RawValue.Known((int)Model.ChargeBehavior.ForceDischarge)
            : SysfsEnumParser.Unrecognized(word);
    }

    // The word in brackets, else all.
    private static ReadOnlySpan<byte> Active(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOf((byte)'[') + 1;
        int end = text[start..].IndexOf((byte)']');
        return start > 0 && end >= 0 ? text.Slice(start, end) : text;
    }

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(word, known);
}
