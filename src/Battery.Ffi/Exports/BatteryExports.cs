using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>A battery as a whole: which values it has, all of them at once, its end.</summary>
public static unsafe class BatteryExports
{
    // No later battery_info will be as long; a longer size is a mistake that would overwrite the caller's memory.
    private const int MaxInfoSize = 4096;

    /// <summary>Whether a value is known.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <returns>1 or 0; 0 for a battery or field that is none, too.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_has")]
    public static int Has([Const] BatteryHandle* battery, BatteryField field) =>
        Guard.Run(((nint)battery, field), ValueStatus.Invalid, &Status) == ValueStatus.Present ? 1 : 0;

    /// <summary>Whether a value is known, and if not, why.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <returns>A <c>battery_value_status</c>; BATTERY_VALUE_STATUS_INVALID for a battery or field that is none.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_field_status")]
    public static ValueStatus FieldStatus([Const] BatteryHandle* battery, BatteryField field) =>
        Guard.Run(((nint)battery, field), ValueStatus.Invalid, &Status);

    /// <summary>All numbers of the last reading in one call, of one and the same moment.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="info">Where they go.</param>
    /// <param name="size"><c>sizeof(battery_info)</c>: a program compiled against an older, shorter one gets what it knows; what is beyond the library's own is set to 0.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_get_info")]
    public static int GetInfo([Const] BatteryHandle* battery, BatteryInfo* info, nuint size) =>
        Guard.Status(((nint)battery, (nint)info, size), &CopyInfo);

    /// <summary>Ends a battery. NULL is ignored; what is no live battery is refused (BATTERY_ERROR_INVALID_HANDLE).</summary>
    /// <param name="battery">The battery.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_free")]
    public static void Free(BatteryHandle* battery) => Guard.Quietly((nint)battery, 0, &Free);

    private static ValueStatus Status((nint Battery, BatteryField Field) wanted)
    {
        if (Handle.Get<BatteryDevice>(wanted.Battery, HandleKind.Battery) is not { } device)
        {
            return ValueStatus.Invalid;
        }

        if (!BatterySnapshot.IsField((int)wanted.Field))
        {
            LastError.Set(BatteryError.InvalidArgument, "no such battery_field");
            return ValueStatus.Invalid;
        }

        return device.Snapshot.Reason(wanted.Field).Status();
    }

    private static int CopyInfo((nint Battery, nint Info, nuint Size) wanted)
    {
        byte* info = (byte*)wanted.Info;
        if (!Argument.IsAddress(info) || wanted.Size is < sizeof(ulong) or > MaxInfoSize)
        {
            return (int)LastError.Set(BatteryError.InvalidArgument, "battery_get_info needs the address of a battery_info, and sizeof(battery_info)");
        }

        if (Handle.Get<BatteryDevice>(wanted.Battery, HandleKind.Battery) is not { } device)
        {
            return (int)BatteryError.InvalidHandle;
        }

        BatteryInfo all;
        lock (device.Gate)
        {
            all = InfoWriter.Of(device.Snapshot);
        }

        nuint known = Math.Min(wanted.Size, (nuint)sizeof(BatteryInfo));
        NativeMemory.Copy(&all, info, known);
        NativeMemory.Clear(info + known, wanted.Size - known);
        return 0;
    }

    private static int Free(nint battery)
    {
        Handle.Free<BatteryDevice>(battery, HandleKind.Battery)?.Dispose();
        return 0;
    }
}
