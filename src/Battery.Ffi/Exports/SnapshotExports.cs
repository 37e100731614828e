using System.Runtime.InteropServices;
using Battery.Core.Estimation;
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

    private const string NoEstimate = "an estimate needs the address of a battery_estimate, and sizeof(battery_estimate)";

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

    /// <summary>
    /// Copies the estimate for all batteries and UPSes that power the machine as one, made from the lists of the manager; a refresh of
    /// one battery does not change it. With one battery it is that battery's estimate. A machine that uses its batteries one after
    /// the other has a time only here.
    /// </summary>
    /// <param name="manager">The manager.</param>
    /// <param name="estimate">
    /// The struct that is written. Where there is no estimate, its members are NaN: no battery was listed yet, the batteries as one
    /// neither charge nor discharge, the energy of one of them is not known, or too little is known yet.
    /// </param>
    /// <param name="size"><c>sizeof(battery_estimate)</c>, as for <c>battery_get_estimate</c>.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_get_estimate")]
    public static int GetTotalEstimate([Const] ManagerHandle* manager, Estimate* estimate, nuint size) =>
        Guard.Status(((nint)manager, (nint)estimate, size), &CopyTotalEstimate);

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
        if (!IsEstimate(arguments.Estimate, arguments.Size))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, NoEstimate);
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        Estimate all;
        lock (device.Gate)
        {
            TimeEstimate estimate = device.Estimate;
            all = Estimate.Of(estimate, SnapshotReading.Watts(estimate, device.Snapshot));
        }

        return Write(&all, sizeof(Estimate), (byte*)arguments.Estimate, arguments.Size);
    }

    private static int CopyTotalEstimate((nint Manager, nint Estimate, nuint Size) arguments)
    {
        if (!IsEstimate(arguments.Estimate, arguments.Size))
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, NoEstimate);
        }

        if (Handle.Get<ManagerState>(arguments.Manager, HandleKind.Manager) is not { } state)
        {
            return (int)BatteryError.InvalidHandle;
        }

        (TimeEstimate estimate, double watts) = state.Estimates.Total();
        Estimate all = Estimate.Of(estimate, watts);
        return Write(&all, sizeof(Estimate), (byte*)arguments.Estimate, arguments.Size);
    }

    private static bool IsEstimate(nint estimate, nuint size) => Argument.IsAddress((void*)estimate) && size is >= sizeof(double) and <= MaxInfoSize;

    private static int Write(void* from, int length, byte* to, nuint size)
    {
        nuint known = Math.Min(size, (nuint)length);
        NativeMemory.Copy(from, to, known);
        NativeMemory.Clear(to + known, size - known);
        return 0;
    }
}
