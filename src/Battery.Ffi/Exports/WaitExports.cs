using System.Runtime.InteropServices;
using Battery.Core.Model;
using Battery.Core.Waiting;
using Battery.Ffi.Errors;
using Battery.Ffi.Handles;
using Battery.Ffi.Types;

namespace Battery.Ffi.Exports;

/// <summary>
/// Waiting for changes: a battery comes or goes, its state, its whole percentage or its level changes, external power
/// comes or goes, or the system announces any other change of a power supply. The first wait opens what the system
/// announces by, and the manager keeps it: nothing between two waits is missed. So wait once with a time of 0, read,
/// and then wait and read in turn. Where the system announces nothing, the wait looks again every 5 seconds.
/// </summary>
public static unsafe class WaitExports
{
    /// <summary>Waits until something changes, without using the processor. Any number of threads may wait; a change ends the waits that are under way, and where there is none, the next one.</summary>
    /// <param name="manager">The manager.</param>
    /// <param name="timeoutMs">How long to wait, milliseconds; 0 asks what changed since the last wait, negative is without end.</param>
    /// <returns>1 when something changed, 0 when the time is up or <c>battery_manager_wake</c> ended the wait, or a negative <c>battery_error</c>: BATTERY_ERROR_INVALID_HANDLE when the manager is freed meanwhile.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_wait")]
    public static int Wait(ManagerHandle* manager, int timeoutMs) =>
        Guard.Status(((nint)manager, timeoutMs), &Wait);

    /// <summary>Ends the waits that are under way, and where there is none, the next one: a thread that is about to wait does not miss it. From any thread.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>0, or a negative <c>battery_error</c>.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_wake")]
    public static int Wake(ManagerHandle* manager) => Guard.Status((nint)manager, &Wake);

    /// <summary>Whether the system announces changes here, so that a wait need not look again and again. It opens what the first wait opens.</summary>
    /// <param name="manager">The manager.</param>
    /// <returns>1 or 0, or a negative <c>battery_error</c>. 0 in a rootless container, where the kernel's events do not come, and for a folder that is not the running kernel's.</returns>
    [UnmanagedCallersOnly(EntryPoint = "battery_manager_has_events")]
    public static int HasEvents(ManagerHandle* manager) => Guard.Status((nint)manager, &HasEvents);

    private static int Wait((nint Manager, int TimeoutMs) wait)
    {
        switch (Handle.Get<OpenManager>(wait.Manager, HandleKind.Manager)?.Watch.Wait(wait.TimeoutMs))
        {
            case WaitOutcome.Changed:
                return 1;
            case WaitOutcome.TimeUp or WaitOutcome.Woken:
                return 0;
            case WaitOutcome.Closed:
                LastError.Set(BatteryError.InvalidHandle, "the battery_manager was freed while this thread waited");
                break;
        }

        return (int)BatteryError.InvalidHandle;
    }

    private static int Wake(nint manager)
    {
        if (Handle.Get<OpenManager>(manager, HandleKind.Manager) is not { } open)
        {
            return (int)BatteryError.InvalidHandle;
        }

        open.Watch.Wake();
        return 0;
    }

    private static int HasEvents(nint manager) =>
        Handle.Get<OpenManager>(manager, HandleKind.Manager) is not { } open ? (int)BatteryError.InvalidHandle
        : open.Watch.CanAnnounce ? 1 : 0;
}
