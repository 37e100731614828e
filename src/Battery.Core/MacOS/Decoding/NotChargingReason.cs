using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.MacOS.Decoding;

/// <summary>
/// The charger's reasons not to charge, a bit mask that Apple does not document. The bits are known from dumps of Macs in the state
/// that each describes; the others have no known meaning, so that a mask which is not 0 does not mean that charging is inhibited.
/// </summary>
internal static class NotChargingReason
{
    // Charged, and charged at the level where charging does not start again.
    private const long FullBits = (1L << 0) | (1L << 22);

    // Four Macs at 79 to 80 % on external power have this bit and no other.
    private const long AtLimitBit = 1L << 24;

    // Set by programs that switch charging off.
    private const long InhibitedBit = 1L << 55;

    /// <summary>The reason.</summary>
    public static RawValue Hold(long? mask) => mask is not { } bits
        ? RawValue.Unknown(ValueQuality.Missing)
        : RawValue.Known((int)((bits & InhibitedBit) != 0 ? ChargeHold.Inhibited
            : (bits & AtLimitBit) != 0 ? ChargeHold.AtLimit
            : (bits & FullBits) != 0 ? ChargeHold.Full
            : ChargeHold.None));
}
