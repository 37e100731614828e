using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Windows;

/// <summary>The marks by which a driver says that it does not know a number.</summary>
internal static class UnknownNumber
{
    /// <summary>BATTERY_UNKNOWN_CAPACITY, _VOLTAGE and _TIME of poclass.h.</summary>
    public const uint AllOnes = 0xFFFFFFFF;

    /// <summary>BATTERY_UNKNOWN_RATE of poclass.h. It is int.MinValue: in 32 bits it has no magnitude.</summary>
    public const int Rate = unchecked((int)0x80000000);

    /// <summary>A number in another unit, unless it is the mark for unknown.</summary>
    public static RawValue Refuse(uint number, long factor = 1) =>
        number == AllOnes ? RawValue.Unknown(ValueQuality.ReportedUnknown) : RawValue.Known(number * factor);
}
