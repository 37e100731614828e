using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Ffi.Guest;

/// <summary>
/// Whether the library works in this process at all; guest.c finds out before the runtime is entered. Where it refuses,
/// managed code runs without a runtime: nothing may be allocated, no static field with an initializer be touched.
/// </summary>
internal static partial class GuestProcess
{
    private const int Forked = 1;

    /// <summary>Whether every function is to return at once.</summary>
    public static bool IsRefused => Refusal != 0;

    /// <summary>The error of every function then.</summary>
    public static BatteryError Error => Refusal == Forked ? BatteryError.NotSupported : BatteryError.OutOfMemory;

    /// <summary>The text of that error.</summary>
    public static ReadOnlySpan<byte> Message => Refusal == Forked
        ? "libbattery was used before this process was forked, and works in the parent alone; use it first after the fork, or call exec"u8
        : "libbattery cannot start: the process may use too little address space, or no thread more; raise the limit (ulimit -v, ulimit -u)"u8;

    // On Windows there is neither fork nor a usual limit of this kind.
    private static int Refusal => OperatingSystem.IsWindows() ? 0 : battery_guest_refusal();

#pragma warning disable IDE1006 // The name is that of guest.c.
    [LibraryImport("guest")]
    [SuppressGCTransition]
    private static partial int battery_guest_refusal();
#pragma warning restore IDE1006
}
