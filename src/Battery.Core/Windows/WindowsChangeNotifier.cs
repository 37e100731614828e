using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>
/// The battery class's own wait, at every device, and the system's notifications of devices of the class that are added and removed.
/// Power-setting notifications are not used: they report the percentage of all batteries together and external power, but
/// neither one battery's state nor that a battery is added or removed.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsChangeNotifier : IChangeNotifier
{
    private readonly CompletionPort _port = new();
    private readonly List<DeviceWatcher> _watches = [];
    private readonly DeviceNotification? _class;
    private volatile bool _supportsEvents;
    private bool _isCanceled;
    private bool _haveDevicesChanged;

    /// <summary>Begins to wait at every device.</summary>
    /// <exception cref="BatteryException">The devices cannot be listed.</exception>
    public WindowsChangeNotifier()
    {
        // Before the devices are listed: one that is added meanwhile is notified, listed, or both.
        _class = DeviceNotification.OfClass(SetupApi.BatteryClass, OnClassEvent);
        try
        {
            // Drivers that do not wait complete their requests at once.
            _ = FollowDevices();
            _ = Take(0);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool SupportsEvents => _supportsEvents;

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        bool isNotified = FollowDevices();
        return Take(isNotified ? 0 : milliseconds) || isNotified;
    }

    /// <inheritdoc/>
    public void Cancel()
    {
        Interlocked.Exchange(ref _isCanceled, true);
        _port.Wake();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _class?.Dispose();
        _watches.ForEach(static watch => watch.Dispose());
        _port.Dispose();
    }

    private static long Now => Environment.TickCount64;

    // Takes what has arrived, and waits where nothing has. A request is followed by the next before a change is reported, so that
    // a change during a poll is not lost.
    private bool Take(int milliseconds)
    {
        long end = Now + milliseconds;
        bool isNotified = false;
        bool isOver = false;
        while (_port.Take(isNotified || isOver ? 0 : (int)Math.Max(0, end - Now), out PendingIoctl? completed))
        {
            isNotified |= completed is null ? FollowDevices() : _watches.Exists(watch => watch.TryComplete(completed, Now));
            isOver |= Interlocked.Exchange(ref _isCanceled, false) || HaveEventsEnded();
        }

        _supportsEvents = CanNotify();
        return isNotified;
    }

    // Then the caller polls more often.
    private bool HaveEventsEnded() => _supportsEvents && !CanNotify();

    // A machine without a battery notifies of one that is added only where the system does.
    private bool CanNotify() => (_class is not null || _watches.Count > 0) && !_watches.Exists(static watch => watch.IsPaused);

    // Whether devices were added or removed, or something changed in one that had no request.
    private bool FollowDevices()
    {
        bool haveChanged = Interlocked.Exchange(ref _haveDevicesChanged, false);
        List<string> paths = SetupApi.ListBatteries();
        for (int i = _watches.Count - 1; i >= 0; i--)
        {
            if (_watches[i].IsRemoved || !paths.Remove(_watches[i].Path))
            {
                _watches[i].Dispose();
                _watches.RemoveAt(i);
            }
        }

        _watches.AddRange(paths.ConvertAll(path => new DeviceWatcher(path, _port)));
        bool isChange = haveChanged;
        foreach (DeviceWatcher watch in _watches)
        {
            if (haveChanged)
            {
                watch.Resume();
            }

            isChange |= watch.Update(Now);
        }

        return isChange;
    }

    // On a thread of the system.
    private void OnClassEvent(DeviceEvent what)
    {
        Interlocked.Exchange(ref _haveDevicesChanged, true);
        _port.Wake();
    }
}
