using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;

namespace Battery.Ffi.Exports;

/// <summary>
/// Reads one value of a battery as a type of C; an unknown value becomes the sentinel. Every method is guarded, so that an
/// export that calls it needs no guard of its own.
/// </summary>
internal static unsafe class Getter
{
    private const double Thousand = 1000;

    /// <summary>A float.</summary>
    public static float Float(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? UnknownValues.Float : (float)value;
    }

    /// <summary>Thousandths of the unit.</summary>
    public static uint Milli(nint battery, BatteryField field) => Rounded(Number(battery, field) * Thousand);

    /// <summary>A whole number.</summary>
    public static uint UInt32(nint battery, BatteryField field) => Rounded(Number(battery, field));

    /// <summary>Thousandths of the unit, with a sign.</summary>
    public static int SignedMilli(nint battery, BatteryField field)
    {
        double value = Number(battery, field) * Thousand;
        return double.IsNaN(value) ? UnknownValues.Int32 : (int)Math.Clamp(Math.Round(value), -int.MaxValue, int.MaxValue - 1);
    }

    /// <summary>Seconds.</summary>
    public static ulong Seconds(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? UnknownValues.UInt64 : (ulong)Math.Round(value);
    }

    /// <summary>The number of an enumeration's member, 0 if unknown.</summary>
    public static int Code(nint battery, BatteryField field)
    {
        double value = Number(battery, field);
        return double.IsNaN(value) ? 0 : (int)value;
    }

    /// <summary>A string on the C heap, NULL if unknown.</summary>
    public static byte* Text(nint battery, BatteryField field) => (byte*)Guard.Run((battery, field), (nint)0, &FindText);

    /// <summary>A whole number; the sentinel for NaN.</summary>
    public static uint Rounded(double value) =>
        double.IsNaN(value) ? UnknownValues.UInt32 : (uint)Math.Min(Math.Round(value), uint.MaxValue - 1);

    private static double Number(nint battery, BatteryField field) => Guard.Run((battery, field), double.NaN, &FindNumber);

    private static double FindNumber((nint Battery, BatteryField Field) arguments)
    {
        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return double.NaN;
        }

        double value = device.Snapshot.Number(arguments.Field);
        if (double.IsNaN(value))
        {
            LastError.SetUnknown(device, arguments.Field);
        }

        return value;
    }

    private static nint FindText((nint Battery, BatteryField Field) arguments)
    {
        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return 0;
        }

        if (device.Snapshot.Text(arguments.Field) is { } text)
        {
            return (nint)NativeStrings.Allocate(text);
        }

        LastError.SetUnknown(device, arguments.Field);
        return 0;
    }
}
