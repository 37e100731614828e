using System.Runtime.InteropServices;
using Battery.Core.Model;

namespace Battery.Ffi.Guest;

/// <summary>
/// Whether the library can work in this process; guest.c determines it before the runtime is entered. If it cannot, managed
/// code runs without a runtime: it must not allocate, or use a static field that has an initializer.
/// </summary>
internal static partial class GuestProcess
{
    private const int Forked = 1;

    /// <summary>Whether every function must return at once.</summary>
    public static bool IsRefused => Refusal != 0;

    /// <summary>The error that every function then returns.</summary>
    public static BatteryError Error => Refusal == Forked ? BatteryError.NotSupported : BatteryError.OutOfMemory;

    /// <summary>The message of that error.</summary>
    public static ReadOnlySpan<byte> Message => Refusal == Forked
        ? "libbattery was used before this process was forked, and works only in the parent; use it only after the fork, or call exec"u8
        : "libbattery cannot start: the limit of address space or threads is too low; raise it (ulimit -v, ulimit -u)"u8;

    // Windows has neither fork nor such limits.
    private static int Refusal => OperatingSystem.IsWindows() ? 0 : battery_guest_refusal();

#pragma warning disable IDE1006 // The name is that of guest.c.
    [LibraryImport("guest")]
    [SuppressGCTransition]
    private static partial int battery_guest_refusal();
#pragma warning restore IDE1006
}
