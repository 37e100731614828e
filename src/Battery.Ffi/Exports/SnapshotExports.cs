using System.Runtime.InteropServices;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>All numbers of a battery at once.</summary>
[Section(60, "The snapshot")]
[Since("0.1.0")]
public static unsafe class SnapshotExports
{
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
        Guard.Status(((nint)battery, (nint)info, size), &CopyInfo);

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
    [Since("0.2.0")]
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
    [Since("0.2.0")]
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_get_estimate")]
    public static int GetTotalEstimate([Const] ManagerHandle* manager, Estimate* estimate, nuint size) =>
        Guard.Status(((nint)manager, (nint)estimate, size), &CopyTotalEstimate);

    private static int CopyInfo((nint Battery, nint Target, nuint Size) arguments) =>
        StructCopy.Copy<BatteryDevice, BatteryInfo>(
            arguments, HandleKind.Battery, "info", static device => device.Read(static device => BatteryInfo.From(device.Snapshot)));

    private static int CopyEstimate((nint Battery, nint Target, nuint Size) arguments) =>
        StructCopy.Copy<BatteryDevice, Estimate>(arguments, HandleKind.Battery, "estimate", static device => device.Read(Estimate.Of));

    private static int CopyTotalEstimate((nint Manager, nint Target, nuint Size) arguments) =>
        StructCopy.Copy<ManagerState, Estimate>(arguments, HandleKind.Manager, "estimate", static manager => Estimate.Of(manager.Estimates));
}
