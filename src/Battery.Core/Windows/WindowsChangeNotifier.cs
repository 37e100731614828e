using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>
/// The battery class's own wait, at every device. Power-setting notifications are not used: they report the percentage of
/// all batteries together and external power, but neither one battery's state nor that a battery is added or removed.
/// A device of the class that is added later, for example a UPS, is found by the next poll, at the latest after a minute.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsChangeNotifier : IChangeNotifier
{
    // The system waits for at most 64 handles at once; one of them is for Cancel.
    private const int MaxWatches = 63;

    private readonly AutoResetEvent _interrupt = new(false);
    private readonly List<DeviceWatcher> _watches = [];

    /// <summary>Begins to wait at every device.</summary>
    /// <exception cref="BatteryException">The devices cannot be listed.</exception>
    public WindowsChangeNotifier() => FollowDevices();

    /// <inheritdoc/>
    public bool SupportsEvents => _watches.Count <= MaxWatches && !_watches.Exists(static watch => watch.IsUnsupported);

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        bool isNotified = CompleteAll();
        FollowDevices();
        if (isNotified)
        {
            return true;
        }

        List<WaitHandle> handles = [_interrupt];
        handles.AddRange(_watches.Select(static watch => watch.Done).OfType<WaitHandle>().Take(MaxWatches));
        int woken = WaitHandle.WaitAny([.. handles], milliseconds);
        return woken != WaitHandle.WaitTimeout && CompleteAll();
    }

    /// <inheritdoc/>
    public void Cancel() => _interrupt.Set();

    /// <inheritdoc/>
    public void Dispose()
    {
        _watches.ForEach(static watch => watch.Dispose());
        _interrupt.Dispose();
    }

    // Each begins the next wait before the result is reported, so that a change during a poll is not lost.
    private bool CompleteAll()
    {
        bool isNotified = false;
        foreach (DeviceWatcher watch in _watches)
        {
            isNotified |= watch.TryComplete();
        }

        return isNotified;
    }

    private void FollowDevices()
    {
        List<string> paths = SetupApi.ListBatteries();
        for (int i = _watches.Count - 1; i >= 0; i--)
        {
            if (!paths.Remove(_watches[i].Path))
            {
                _watches[i].Dispose();
                _watches.RemoveAt(i);
            }
        }

        foreach (string path in paths)
        {
            var watch = new DeviceWatcher(path);
            _watches.Add(watch);
            watch.Start();
        }
    }
}
