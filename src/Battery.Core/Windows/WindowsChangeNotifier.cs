using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Sources;
using Battery.Core.Windows.Live;
using Battery.Core.Windows.Native;

namespace Battery.Core.Windows;

/// <summary>
/// The battery class's own wait, at every port. Rather than power-setting notifications: those tell of the percentage of
/// all batteries as one and of mains, and not of one battery's state, nor of a battery that comes or goes.
/// A device of the class that comes later, as a UPS, is found when somebody looks, at the latest after a minute.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsChangeNotifier : IChangeNotifier
{
    // The system waits for at most 64 handles at once; one of them is for the interruption.
    private const int MaxWatches = 63;

    private readonly AutoResetEvent _interrupt = new(false);
    private readonly List<DeviceWatcher> _watches = [];

    /// <summary>Begins to wait at every port.</summary>
    /// <exception cref="BatteryException">The ports cannot be listed.</exception>
    public WindowsChangeNotifier() => FollowDevices();

    /// <inheritdoc/>
    public bool SupportsEvents => _watches.Count <= MaxWatches && !_watches.Exists(static watch => watch.IsUnsupported);

    /// <inheritdoc/>
    public bool Wait(int milliseconds)
    {
        bool isAnnounced = CompleteAll();
        FollowDevices();
        if (isAnnounced)
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

    // Each goes on waiting before the answer is told: what changes while somebody looks is not lost.
    private bool CompleteAll()
    {
        bool isAnnounced = false;
        foreach (DeviceWatcher watch in _watches)
        {
            isAnnounced |= watch.TryComplete();
        }

        return isAnnounced;
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
