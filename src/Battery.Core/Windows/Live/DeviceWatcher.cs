using System.Runtime.Versioning;
using Battery.Core.Windows.Decoding;
using Battery.Core.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Battery.Core.Windows.Live;

/// <summary>
/// Waits for what happens in one device: in a bay with a battery for another state or percent or for the battery to leave, in
/// an empty one until a battery is added. The device is closed when it is to be removed, and opened again if it stays.
/// </summary>
/// <param name="path">The device.</param>
/// <param name="port">Where requests are completed.</param>
[SupportedOSPlatform("windows")]
internal sealed class DeviceWatcher(string path, CompletionPort port) : IDisposable
{
    private const uint Forever = 0xFFFFFFFF;

    // Held while the device is opened or closed: the system's notifications arrive on threads of its own.
    private readonly Lock _gate = new();
    private readonly WaitProgress _progress = new();
    private SafeFileHandle? _device;
    private DeviceNotification? _notification;
    private PendingIoctl? _request;
    private volatile DeviceEvent _last = DeviceEvent.Arrival;

    /// <summary>Where the device is.</summary>
    public string Path => path;

    /// <summary>Whether the driver fails or does not wait: then there are no notifications.</summary>
    public bool IsPaused => _request is null && _last == DeviceEvent.Arrival;

    /// <summary>Whether the device was removed. A device that is added at the same path is another one.</summary>
    public bool IsRemoved => _last == DeviceEvent.RemoveComplete;

    /// <summary>Begins to wait where that is due: at first, after the device stayed that was to be removed, and some time after a failure.</summary>
    /// <param name="time">The time in milliseconds.</param>
    /// <returns>Whether there was a change since the last request.</returns>
    public bool Update(long time)
    {
        if (_last == DeviceEvent.QueryRemoveFailed)
        {
            // The registration belongs to the handle that is closed by now.
            Close();
            _progress.Resume();
            _last = DeviceEvent.Arrival;
        }

        return IsPaused && _progress.IsDue(time) && Begin(time);
    }

    /// <summary>Makes the next request due now.</summary>
    public void Resume() => _progress.Resume();

    /// <summary>Takes a completed request, and begins the next.</summary>
    /// <param name="completed">A request that was completed.</param>
    /// <param name="time">The time in milliseconds.</param>
    /// <returns>Whether there was a change; false if the request was not this device's.</returns>
    public bool TryComplete(PendingIoctl completed, long time)
    {
        if (completed != _request)
        {
            return false;
        }

        _request = null;
        bool isChange = _progress.Complete(completed.Error, completed.Response, time);
        return Update(time) || isChange;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private bool Begin(long time)
    {
        bool isChange = false;
        lock (_gate)
        {
            // The device may have been asked for its removal meanwhile. An overlapped handle takes overlapped requests only.
            if (_last == DeviceEvent.Arrival && TryOpen() && _progress.TryBegin(new LiveBatteryDevice(path), out isChange))
            {
                BatteryWaitConditions until = _progress.Conditions;
                _request = until.Tag == 0
                    ? PendingIoctl.Begin(port, _device!, BatteryIoctl.TagCode, [Forever])
                    : PendingIoctl.Begin(
                        port, _device!, BatteryIoctl.StatusCode, [until.Tag, Forever, until.PowerState, until.LowCapacity, until.HighCapacity]);
            }
        }

        if (IsPaused)
        {
            _progress.Fail(time);
        }

        return isChange;
    }

    private bool TryOpen()
    {
        if (_device is not null)
        {
            return true;
        }

        SafeFileHandle device = Kernel32.OpenDevice(path, isOverlapped: true, out int error);
        if (error != Win32Error.None || !port.TryAssociate(device))
        {
            device.Dispose();
            return false;
        }

        _device = device;
        _notification = DeviceNotification.OfDevice(device, OnEvent);
        return true;
    }

    // On a thread of the system, which waits for the return: an open device prevents its removal.
    private void OnEvent(DeviceEvent what)
    {
        if (what is DeviceEvent.QueryRemove or DeviceEvent.QueryRemoveFailed or DeviceEvent.RemovePending or DeviceEvent.RemoveComplete)
        {
            lock (_gate)
            {
                _last = what;
                CloseDevice();
            }

            port.Wake();
        }
    }

    // Not on a thread of the system: it waits until the callbacks have returned.
    private void Close()
    {
        lock (_gate)
        {
            CloseDevice();
        }

        _notification?.Dispose();
        _notification = null;
    }

    // The port keeps the request until the driver has completed it.
    private void CloseDevice()
    {
        if (_device is not null)
        {
            Kernel32.CancelRequests(_device);
            _device.Dispose();
        }

        _device = null;
        _request = null;
    }
}
