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

    private static int CopyInfo((nint Battery, nint Target, nuint Size) arguments) =>
        Copy(arguments, "info", static device => BatteryInfo.From(device.Snapshot));

    private static int CopyEstimate((nint Battery, nint Target, nuint Size) arguments) => Copy(arguments, "estimate", Estimate.Of);

    private static int Copy<T>((nint Battery, nint Target, nuint Size) arguments, string name, Func<BatteryDevice, T> read)
        where T : unmanaged
    {
        byte* target = (byte*)arguments.Target;
        if (!Argument.IsAddress(target) || arguments.Size is < MinSize or > MaxSize)
        {
            return (int)LastError.Set(
                BatteryError.InvalidArgument, $"battery_get_{name} needs the address of a battery_{name}, and sizeof(battery_{name})");
        }

        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        T all = device.Read(read);
        nuint known = Math.Min(arguments.Size, (nuint)sizeof(T));
        NativeMemory.Copy(&all, target, known);
        NativeMemory.Clear(target + known, arguments.Size - known);
        return 0;
    }
}
