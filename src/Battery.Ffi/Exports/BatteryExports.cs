using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>Which values of a battery are known, and why the others are not.</summary>
[Section(50, "Values")]
[Since("0.1.0")]
public static unsafe class BatteryExports
{
    /// <summary>Whether a value is known.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <returns>1 or 0; 0 also for an invalid handle or field.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_has")]
    public static int Has([Const] BatteryHandle* battery, BatteryField field) =>
        Guard.Run(((nint)battery, field), ValueStatus.Invalid, &Status) == ValueStatus.Present ? 1 : 0;

    /// <summary>Whether a value is known, and the reason if it is not.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="field">The value.</param>
    /// <returns>A <c>battery_value_status</c>; BATTERY_VALUE_STATUS_INVALID for an invalid handle or field.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_field_status")]
    public static ValueStatus FieldStatus([Const] BatteryHandle* battery, BatteryField field) =>
        Guard.Run(((nint)battery, field), ValueStatus.Invalid, &Status);

    /// <summary>Frees a battery. NULL is ignored. An invalid or already freed handle sets BATTERY_ERROR_INVALID_HANDLE.</summary>
    /// <param name="battery">The battery.</param>
    [UnmanagedCallersOnly(EntryPoint = "battery_free")]
    public static void Free(BatteryHandle* battery) => Guard.KeepError((nint)battery, 0, &Free);

    private static ValueStatus Status((nint Battery, BatteryField Field) arguments)
    {
        if (Handle.Get<BatteryDevice>(arguments.Battery, HandleKind.Battery) is not { } device)
        {
            return ValueStatus.Invalid;
        }

        if (!BatterySnapshot.IsField((int)arguments.Field))
        {
            LastError.Set(BatteryError.InvalidArgument, Argument.NoMember("battery_field", (int)arguments.Field));
            return ValueStatus.Invalid;
        }

        return device.Snapshot.QualityOf(arguments.Field).Status();
    }

    private static int Free(nint battery)
    {
        Handle.Free<BatteryDevice>(battery, HandleKind.Battery)?.Dispose();
        return 0;
    }
}
