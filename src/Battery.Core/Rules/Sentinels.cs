using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The numbers that stand for 'unknown', of all systems.</summary>
internal static class Sentinels
{
    /// <summary>BATTERY_UNKNOWN_CAPACITY, _VOLTAGE and _TIME of poclass.h, and ACPI's unknown number: all ones in 32 bits.</summary>
    public const uint AllOnes = 0xFFFFFFFF;

    /// <summary>BATTERY_UNKNOWN_RATE of poclass.h. It is int.MinValue: in 32 bits it has no magnitude.</summary>
    public const int UnknownRate = unchecked((int)0x80000000);

    /// <summary>The unknown number of a 16-bit gauge register: a time in the Smart Battery specification, a cycle count of some gauges.</summary>
    public const long AllOnes16 = 0xFFFF;

    /// <summary>All ones in a 16-bit register of millivolts, in the kernel's µV.</summary>
    public const long VoltageOfOnes = AllOnes16 * 1000;

    /// <summary>
    /// A number that the Linux kernel reports, unless it is a sentinel: drivers print ACPI's with or without a sign, in milli or
    /// micro units.
    /// </summary>
    public static RawValue ToUnknown(RawValue value) =>
        value is
        {
            IsKnown: true,
            Number: -1 or -1000 or AllOnes or AllOnes * 1000L or int.MaxValue or int.MinValue or long.MinValue or long.MaxValue,
        }
            ? RawValue.Unknown(ValueQuality.ReportedUnknown)
            : value;

    /// <summary>A current of the Linux kernel, unless it is a sentinel: −1000 µA is a current of −1 mA.</summary>
    public static RawValue CurrentToUnknown(RawValue value) => value.Number == -1000 ? value : ToUnknown(value);

    /// <summary>A voltage of the Linux kernel, µV, unless it is all ones in a register of millivolts.</summary>
    public static RawValue VoltageToUnknown(RawValue value) => value.Number == VoltageOfOnes ? RawValue.Unknown(ValueQuality.ReportedUnknown) : value;

    /// <summary>A number of a Windows battery driver times a factor, unless it is the sentinel.</summary>
    public static RawValue ToUnknown(uint number, long factor = 1) =>
        number == AllOnes ? RawValue.Unknown(ValueQuality.ReportedUnknown) : RawValue.Known(number * factor);
}
