using System.Runtime.InteropServices;
using Battery.Core.ChargeLimits;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// The charge limit: the only functions that change a device. Linux only, by the attributes that the kernel defines; a recording is
/// never changed. The limit may be lost at a restart, in suspend, or when the battery is exchanged: the library does not set it again.
/// </summary>
[Section(67, "The charge limit")]
[Since("0.2.0")]
public static unsafe class ChargeLimitExports
{
    /// <summary>
    /// Sets a charge limit, reads back which one is in force, and undoes a change that is half done. The getters return it after the next
    /// refresh. A device that is busy is tried again for a second.
    /// </summary>
    /// <param name="battery">The battery.</param>
    /// <param name="start">
    /// The percentage below which charging starts, 0 to 99, at most <c>end</c>; BATTERY_UNKNOWN_UINT32 to leave it as it is, or 5 below
    /// <c>end</c> if it is not below. It has no effect on a device without a start threshold.
    /// </param>
    /// <param name="end">
    /// The percentage at which charging ends, 1 to 100. 100, with a start of BATTERY_UNKNOWN_UINT32 or 0, removes the limit. A device
    /// whose limit has no number is switched on by any percentage below 100.
    /// </param>
    /// <param name="effectiveStart">The start in force; BATTERY_UNKNOWN_UINT32 if the device reports none. NULL is allowed.</param>
    /// <param name="effectiveEnd">
    /// The end in force, which may differ: devices round. 100 without a limit; BATTERY_UNKNOWN_UINT32 if it has no number. NULL is allowed.
    /// </param>
    /// <returns>
    /// 0, or a negative <c>battery_error</c>: BATTERY_ERROR_INVALID_ARGUMENT for percentages out of range, or a start above the end,
    /// BATTERY_ERROR_NOT_SUPPORTED, BATTERY_ERROR_PERMISSION_DENIED, BATTERY_ERROR_REFUSED if the device refused the limit or did not
    /// apply it, BATTERY_ERROR_NOT_FOUND if the battery was removed, BATTERY_ERROR_IO.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_set_charge_limit")]
    public static int Set(BatteryHandle* battery, uint start, uint end, uint* effectiveStart, uint* effectiveEnd) =>
        Guard.Status(((nint)battery, start, end, (nint)effectiveStart, (nint)effectiveEnd), &Set);

    private static int Set((nint Battery, uint Start, uint End, nint EffectiveStart, nint EffectiveEnd) arguments)
    {
        if (IsInvalid(arguments.EffectiveStart) || IsInvalid(arguments.EffectiveEnd))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "battery_set_charge_limit needs addresses of uint32_t for the limit in force, or NULL");
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        int? start = arguments.Start == UnknownValues.UInt32 ? null : Percentage(arguments.Start);
        ChargeLimit inForce = device.SetChargeLimit(new(start, Percentage(arguments.End)));
        Write(arguments.EffectiveStart, inForce.Start);
        Write(arguments.EffectiveEnd, inForce.End);
        return 0;
    }

    private static bool IsInvalid(nint address) => address != 0 && !Argument.IsAddress((void*)address);

    // A number that is too large for the type is out of range, too.
    private static int Percentage(uint percentage) => (int)Math.Min(percentage, int.MaxValue);

    private static void Write(nint address, int? percentage)
    {
        if (address != 0)
        {
            *(uint*)address = percentage is { } known ? (uint)known : UnknownValues.UInt32;
        }
    }
}
