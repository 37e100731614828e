using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>One value of a battery, in the types of C, guarded: an export that calls one of these needs no guard of its own.</summary>
internal static unsafe class Getter
{
    private const double Milli = 1000;

    /// <summary>A float, FLT_MAX where unknown.</summary>
    public static float Float(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? float.MaxValue : (float)value;
    }

    /// <summary>A number of thousandths of the unit, UINT32_MAX where unknown.</summary>
    public static uint Thousandths(nint battery, BatteryField field) => Rounded(Number(battery, field) * Milli);

    /// <summary>A whole number, UINT32_MAX where unknown.</summary>
    public static uint Whole(nint battery, BatteryField field) => Rounded(Number(battery, field));

    /// <summary>A signed number of thousandths of the unit, INT32_MAX where unknown.</summary>
    public static int SignedThousandths(nint battery, BatteryField field)
    {
        double value = Number(battery, field) * Milli;
        return double.IsNaN(value) ? int.MaxValue : (int)Math.Clamp(Math.Round(value), -int.MaxValue, int.MaxValue - 1);
    }

    /// <summary>Seconds, UINT64_MAX where unknown.</summary>
    public static ulong Seconds(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? ulong.MaxValue : (ulong)Math.Round(value);
    }

    /// <summary>An enumeration's number, 0 where unknown.</summary>
    public static int Code(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? 0 : (int)value;
    }

    /// <summary>A text on the C heap, NULL where unknown.</summary>
    public static byte* Text(nint battery, BatteryField field) => (byte*)Guard.Run((battery, field), (nint)0, &FindText);

    /// <summary>A whole number, UINT32_MAX for NaN.</summary>
    public static uint Rounded(double value) =>
        double.IsNaN(value) ? uint.MaxValue : (uint)Math.Min(Math.Round(value), uint.MaxValue - 1);

    private static double Number(nint battery, BatteryField field) => Guard.Run((battery, field), double.NaN, &FindNumber);

    private static double FindNumber((nint Battery, BatteryField Field) wanted)
    {
        if (Handle.Get<BatteryDevice>(wanted.Battery, HandleKind.Battery) is not { } device)
        {
            return double.NaN;
        }

        double value = device.Snapshot.Number(wanted.Field);
        if (double.IsNaN(value))
        {
            LastError.SetUnknown(device, wanted.Field);
        }

        return value;
    }

    private static nint FindText((nint Battery, BatteryField Field) wanted)
    {
        if (Handle.Get<BatteryDevice>(wanted.Battery, HandleKind.Battery) is not { } device)
        {
            return 0;
        }

        if (device.Snapshot.Text(wanted.Field) is { } text)
        {
            return (nint)NativeStrings.Allocate(text);
        }

        LastError.SetUnknown(device, wanted.Field);
        return 0;
    }
}
