using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>All numbers of a battery at once.</summary>
[Section(60, "The snapshot")]
[Since("0.1.0")]
public static unsafe class SnapshotExports
{
    // No later battery_info will be as long; a longer size is a mistake that would overwrite the caller's memory.
    private const int MaxInfoSize = 4096;

    /// <summary>Copies all numbers of the last reading in one call; they belong to the same moment.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="info">The struct that is written.</param>
    /// <param name="size">
    /// <c>sizeof(battery_info)</c>. A program compiled against an older, shorter struct gets the members it knows; members
    /// that the library does not know are set to 0.
    /// </param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_info")]
    public static int GetInfo([Const] BatteryHandle* battery, BatteryInfo* info, nuint size) =>
        Guard.Status(((nint)battery, (nint)info, size), &Copy);

    /// <summary>
    /// Copies the estimate of the time that is left, made from all readings of the battery by its manager: lists and refreshes
    /// alike. The longer a program reads a battery, the better it is; a single reading gives at most a provisional one.
    /// </summary>
    /// <param name="battery">The battery.</param>
    /// <param name="estimate">
    /// The struct that is written. Where there is no estimate, its members are NaN: the battery neither charges nor discharges,
    /// or too little is known yet.
    /// </param>
    /// <param name="size">
    /// <c>sizeof(battery_estimate)</c>. A program compiled against an older, shorter struct gets the members it knows; members
    /// that the library does not know are set to 0.
    /// </param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_estimate")]
    public static int GetEstimate([Const] BatteryHandle* battery, Estimate* estimate, nuint size) =>
        Guard.Status(((nint)battery, (nint)estimate, size), &CopyEstimate);

    private static int Copy((nint Battery, nint Info, nuint Size) arguments)
    {
        byte* info = (byte*)arguments.Info;
        if (!Argument.IsAddress(info) || arguments.Size is < sizeof(ulong) or > MaxInfoSize)
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "battery_get_info needs the address of a battery_info, and sizeof(battery_info)");
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        BatteryInfo all;
        lock (device.Gate)
        {
            all = BatteryInfo.From(device.Snapshot);
        }

        return Write(&all, sizeof(BatteryInfo), info, arguments.Size);
    }

    private static int CopyEstimate((nint Battery, nint Estimate, nuint Size) arguments)
    {
        byte* estimate = (byte*)arguments.Estimate;
        if (!Argument.IsAddress(estimate) || arguments.Size is < sizeof(double) or > MaxInfoSize)
        {
            return (int)LastError.Set(
                BatteryError.InvalidArgument,
                "battery_get_estimate needs the address of a battery_estimate, and sizeof(battery_estimate)");
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        Estimate all;
        lock (device.Gate)
        {
            all = Estimate.Of(device);
        }

        return Write(&all, sizeof(Estimate), estimate, arguments.Size);
    }

    private static int Write(void* from, int length, byte* to, nuint size)
    {
        nuint known = Math.Min(size, (nuint)length);
        NativeMemory.Copy(from, to, known);
        NativeMemory.Clear(to + known, size - known);
        return 0;
    }
}
