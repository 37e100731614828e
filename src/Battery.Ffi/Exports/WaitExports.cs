using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Waiting;
using Battery.Ffi.Declaration;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// A change is: a battery is added or removed; its state, whole percentage or capacity level changes; external power is
/// connected or disconnected; or the system notifies of any other change of a power supply. The first wait subscribes to
/// the notifications of the system, and the manager keeps the subscription: no change between two waits is missed. So
/// wait once with a timeout of 0, read, and then wait and read in turn. Without notifications the wait polls every 5 seconds.
/// </summary>
[Section(70, "Waiting for changes")]
[Since("0.1.0")]
public static unsafe class WaitExports
{
    /// <summary>
    /// Waits for a change without using CPU time. Any number of threads may wait. A change ends all waits in progress, or
    /// the next one if there is none.
    /// </summary>
    /// <param name="manager">The manager.</param>
    /// <param name="timeoutMs">The timeout in milliseconds; 0 returns at once whether something changed since the last wait; negative means no timeout.</param>
    /// <returns>
    /// 1 on a change, 0 on timeout or if <c>battery_manager_wake</c> ended the wait, or a negative <c>battery_error</c>:
    /// BATTERY_ERROR_INVALID_HANDLE if the manager was freed during the wait.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_wait")]
    public static int Wait(ManagerHandle* manager, int timeoutMs) =>
        Guard.Status(((nint)manager, timeoutMs), &Wait);

    /// <summary>
    /// Ends all waits in progress, or the next one if there is none, so that a thread that is about to wait does not miss
    /// it. May be called from any thread.
    /// </summary>
    /// <param name="manager">The manager.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_wake")]
    public static int Wake(ManagerHandle* manager) => Guard.Status((nint)manager, &Wake);

    /// <summary>Whether the system notifies of changes, so that a wait does not have to poll. Subscribes as the first wait does.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>
    /// 1 or 0, or a negative <c>battery_error</c>. 0 in a rootless container, which receives no events of the kernel, and
    /// for a directory that is not the running kernel's.
    /// </returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_has_events")]
    public static int HasEvents(ManagerHandle* manager) => Guard.Status((nint)manager, &HasEvents);

    private static int Wait((nint Manager, int TimeoutMs) arguments)
    {
        if (Handle.Get<ManagerState>(arguments.Manager, HandleKind.Manager) is not { } state)
        {
            return (int)BatteryError.InvalidHandle;
        }

        // The monitor keeps what the wait reads.
        HeapLimit.Check();
        switch (state.Monitor.Wait(arguments.TimeoutMs))
        {
            case WaitOutcome.Changed:
                return 1;
            case WaitOutcome.TimeUp or WaitOutcome.Woken:
                return 0;
            default:
                return (int)LastError.Set(BatteryError.InvalidHandle, "the battery_manager was freed while this thread waited");
        }
    }

    private static int Wake(nint manager)
    {
        if (Handle.Get<ManagerState>(manager, HandleKind.Manager) is not { } state)
        {
            return (int)BatteryError.InvalidHandle;
        }

        state.Monitor.Wake();
        return 0;
    }

    private static int HasEvents(nint manager) =>
        Handle.Get<ManagerState>(manager, HandleKind.Manager) is not { } state ? (int)BatteryError.InvalidHandle
        : state.Monitor.SupportsEvents ? 1 : 0;
}
