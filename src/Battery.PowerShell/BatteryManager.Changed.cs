using Battery.PowerShell.Watching;

namespace Battery;

/// <content>The event.</content>
public sealed partial class BatteryManager
{
    private readonly object _gate = new();
    private EventHandler? _changed;
    private ChangeListener? _listener;

    /// <summary>
    /// Something changed: one of the machine's own batteries was added or removed, its state, power flow, whole percentage or level is
    /// another one, or external power was connected or disconnected; or the system notified of another change of a power supply. For
    /// Register-ObjectEvent. A thread waits for changes while the event has a handler, and raises it; without one nothing runs. If the
    /// wait fails, the event is raised a last time.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The manager was disposed.</exception>
    /// <exception cref="BatteryException">The system does not let this process wait.</exception>
    public event EventHandler? Changed
    {
        add
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(IsDisposed, this);
                _listener ??= new ChangeListener(Source, () => _changed?.Invoke(this, EventArgs.Empty));
                _changed += value;
            }
        }

        remove
        {
            lock (_gate)
            {
                _changed -= value;
                if (_changed is null)
                {
                    StopListening();
                }
            }
        }
    }

    private void StopListening()
    {
        lock (_gate)
        {
            _changed = null;
            _listener?.Stop();
            _listener = null;
        }
    }
}
