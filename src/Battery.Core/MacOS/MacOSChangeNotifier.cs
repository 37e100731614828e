using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.MacOS.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>
/// The notifications of IOPowerSources. They need a run loop: it is the waiting thread's own, it runs while that thread
/// waits, in a mode of its own, so that nothing else of the program runs in it. Notifications that arrive while no thread
/// waits are kept in the notification's port.
/// </summary>
[SupportedOSPlatform("macos")]
internal sealed unsafe class MacOSChangeNotifier : IChangeNotifier
{
    private readonly Lock _gate = new();
    private readonly CoreFoundationObject _mode = CoreFoundation.CreateString("libbattery");

    // Signaled by Cancel. Unlike CFRunLoopStop it is not lost if the loop does not run yet.
    private readonly CoreFoundationObject _interrupt = CoreFoundation.CreateSource(&OnInterrupt);
    private readonly CoreFoundationObject _notification;

    // Written by the callback, which cannot hold a reference to a managed object.
    private readonly int* _notified;
    private nint _loop;

    private MacOSChangeNotifier()
    {
        _notified = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _notification = IoKit.CreatePowerSourceNotification(&OnChange, _notified);
    }

    /// <inheritdoc/>
    public bool SupportsEvents => !_notification.IsInvalid;

    /// <summary>Opens the notifier. If the system gives no notifications, it waits for the timeout and for <see cref="Cancel"/> only.</summary>
    /// <exception cref="BatteryException">The process has no memory or no Mach port left.</exception>
    public static MacOSChangeNotifier Open()
    {
        var notifier = new MacOSChangeNotifier();
        if (notifier._mode.IsInvalid || notifier._interrupt.IsInvalid)
        {
            notifier.Dispose();
            throw new BatteryException(BatteryError.Io, "cannot wait: the system gives no run loop source");
        }

        return notifier;
    }

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        nint loop = CoreFoundation.CurrentRunLoop();
        Enter(loop);
        try
        {
            if (CoreFoundation.Run(_mode, milliseconds / 1000.0) == CoreFoundation.RunFinished)
            {
                throw new BatteryException(BatteryError.Io, "cannot wait: the run loop ended by itself; open a new manager");
            }
        }
        finally
        {
            Leave(loop);
        }

        return Interlocked.Exchange(ref *_notified, 0) != 0;
    }

    /// <inheritdoc/>
    public void Cancel()
    {
        // Held while the loop is used, so that its thread cannot end meanwhile.
        lock (_gate)
        {
            CoreFoundation.Signal(_interrupt);
            if (_loop != 0)
            {
                CoreFoundation.WakeUp(_loop);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close(_interrupt);
        Close(_notification);
        _mode.Dispose();
        NativeMemory.Free(_notified);
    }

    private void Enter(nint loop)
    {
        CoreFoundation.AddSource(loop, _interrupt, _mode);
        if (SupportsEvents)
        {
            CoreFoundation.AddSource(loop, _notification, _mode);
        }

        lock (_gate)
        {
            _loop = loop;
        }
    }

    private void Leave(nint loop)
    {
        lock (_gate)
        {
            _loop = 0;
        }

        CoreFoundation.RemoveSource(loop, _interrupt, _mode);
        if (SupportsEvents)
        {
            CoreFoundation.RemoveSource(loop, _notification, _mode);
        }
    }

    // Invalidated first, so that no callback writes to the memory after it was freed.
    private static void Close(CoreFoundationObject source)
    {
        if (!source.IsInvalid)
        {
            CoreFoundation.Invalidate(source);
        }

        source.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnChange(void* notified) => Interlocked.Exchange(ref *(int*)notified, 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnInterrupt(void* nothing)
    {
    }
}
