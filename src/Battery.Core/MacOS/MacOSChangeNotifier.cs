using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Battery.Core.MacOS.Native;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.MacOS;

/// <summary>
/// The notifications of IOPowerSources. They need a run loop: it is the waiting thread's own, it runs while that thread
/// waits and in a mode of ours, so that nothing else of the program's runs in it. What is announced while nobody waits
/// stays in the notification's port.
/// </summary>
[SupportedOSPlatform("macos")]
internal sealed unsafe class MacOSChangeNotifier : IChangeNotifier
{
    private readonly Lock _gate = new();
    private readonly CoreFoundationObject _mode = CoreFoundation.CreateString("libbattery");

    // Signalled by Interrupt. Unlike CFRunLoopStop it is not lost when the loop is about to run and does not yet.
    private readonly CoreFoundationObject _interrupt = CoreFoundation.CreateSource(&OnInterrupt);
    private readonly CoreFoundationObject _notification;

    // Written by the callback, which can hold no reference to an object of ours.
    private readonly int* _announced;
    private nint _loop;

    private MacOSChangeNotifier()
    {
        _announced = (int*)NativeMemory.AllocZeroed(sizeof(int));
        _notification = IoKit.CreatePowerSourceNotification(&OnChange, _announced);
    }

    /// <inheritdoc/>
    public bool SupportsEvents => !_notification.IsInvalid;

    /// <summary>Opens the signal. Where the system gives no notifications, it only waits for the time and for <see cref="Cancel"/>.</summary>
    /// <exception cref="BatteryException">The process has no memory or no Mach port left.</exception>
    public static MacOSChangeNotifier Open()
    {
        var signal = new MacOSChangeNotifier();
        if (signal._mode.IsInvalid || signal._interrupt.IsInvalid)
        {
            signal.Dispose();
            throw new BatteryException(BatteryError.Io, "cannot wait: the system gives no run loop source");
        }

        return signal;
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

        return Interlocked.Exchange(ref *_announced, 0) != 0;
    }

    /// <inheritdoc/>
    public void Cancel()
    {
        // Held while the loop is used: the thread that it belongs to cannot end meanwhile.
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
        NativeMemory.Free(_announced);
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

    // Invalid for good, so that no callback comes once the memory that it writes to is gone.
    private static void Close(CoreFoundationObject source)
    {
        if (!source.IsInvalid)
        {
            CoreFoundation.Invalidate(source);
        }

        source.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnChange(void* announced) => Interlocked.Exchange(ref *(int*)announced, 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnInterrupt(void* nothing)
    {
    }
}
