using System.Runtime.Versioning;
using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Windows;

/// <summary>
/// The battery class's own wait, at every port. Rather than power-setting notifications: those tell of the percentage of
/// all batteries as one and of mains, and not of one battery's state, nor of a battery that comes or goes.
/// A device of the class that comes later, as a UPS, is found when somebody looks, at the latest after a minute.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class BatteryWaitSignal : IChangeSignal
{
    // The system waits for at most 64 handles at once; one of them is for the interruption.
    private const int MaxWatches = 63;

    private readonly AutoResetEvent _interrupt = new(false);
    private readonly List<PortWatch> _watches = [];

    /// <summary>Begins to wait at every port.</summary>
    /// <exception cref="BatteryException">The ports cannot be listed.</exception>
    public BatteryWaitSignal() => FollowPorts();

    /// <inheritdoc/>
    public bool CanAnnounce => _watches.Count <= MaxWatches && !_watches.Exists(static watch => watch.IsDeaf);

    /// <inheritdoc/>
    public bool Block(int milliseconds)
    {
        bool isAnnounced = TakeAll();
        FollowPorts();
        if (isAnnounced)
        {
            return true;
        }

        List<WaitHandle> handles = [_interrupt];
        handles.AddRange(_watches.Select(static watch => watch.Done).OfType<WaitHandle>().Take(MaxWatches));
        int woken = WaitHandle.WaitAny([.. handles], milliseconds);
        return woken != WaitHandle.WaitTimeout && TakeAll();
    }

    /// <inheritdoc/>
    public void Interrupt() => _interrupt.Set();

    /// <inheritdoc/>
    public void Dispose()
    {
        _watches.ForEach(static watch => watch.Dispose());
        _interrupt.Dispose();
    }

    // Each goes on waiting before the answer is told: what changes while somebody looks is not lost.
    private bool TakeAll()
    {
        bool isAnnounced = false;
        foreach (PortWatch watch in _watches)
        {
            isAnnounced |= watch.Take();
        }

        return isAnnounced;
    }

    private void FollowPorts()
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
            var watch = new PortWatch(path);
            _watches.Add(watch);
            watch.Arm();
        }
    }
}
