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
    // The size of the first member. No later struct will be longer than the other: a longer size is a mistake, and would overwrite memory.
    private const int MinSize = 8;
    private const int MaxSize = 4096;

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
        Copy<BatteryDevice, BatteryInfo>(
            arguments, HandleKind.Battery, "info", static device => device.Read(static device => BatteryInfo.From(device.Snapshot)));

    private static int CopyEstimate((nint Battery, nint Target, nuint Size) arguments) =>
        Copy<BatteryDevice, Estimate>(arguments, HandleKind.Battery, "estimate", static device => device.Read(Estimate.Of));

    private static int CopyTotalEstimate((nint Manager, nint Target, nuint Size) arguments) =>
        Copy<ManagerState, Estimate>(arguments, HandleKind.Manager, "estimate", static manager => Estimate.Of(manager.Estimates));

    private static int Copy<THandle, T>((nint Handle, nint Target, nuint Size) arguments, HandleKind kind, string name, Func<THandle, T> read)
        where THandle : class
        where T : unmanaged
    {
        byte* target = (byte*)arguments.Target;
        if (!Argument.IsAddress(target) || arguments.Size is < MinSize or > MaxSize)
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, $"the address of a battery_{name} and sizeof(battery_{name}) are required");
        }

        if (Handle.Get<THandle>(arguments.Handle, kind) is not { } source)
        {
            return (int)BatteryError.InvalidHandle;
        }

        T all = read(source);
        nuint known = Math.Min(arguments.Size, (nuint)sizeof(T));
        NativeMemory.Copy(&all, target, known);
        NativeMemory.Clear(target + known, arguments.Size - known);
        return 0;
    }
}
