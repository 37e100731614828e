using Battery.Core.Model;
using Battery.Core.Raw;

namespace Battery.Core.Rules;

/// <summary>The numbers by which a machine says that it does not know.</summary>
internal static class UnknownMark
{
    /// <summary>The number, unless it is such a mark: ACPI's is all ones in 32 bits, which drivers print with or without a sign and in milli or micro units.</summary>
    public static RawValue Refuse(RawValue value) =>
        value is
        {
            IsKnown: true,
            Number: -1 or -1000 or uint.MaxValue or uint.MaxValue * 1000L or int.MaxValue or int.MinValue or long.MinValue or long.MaxValue,
        }
            ? RawValue.Unknown(ValueQuality.ReportedUnknown)
            : value;
}
