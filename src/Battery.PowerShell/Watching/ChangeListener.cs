using Battery.PowerShell.Library;

namespace Battery.PowerShell.Watching;

/// <summary>
/// A thread that reports changes of the batteries of a source. It has a manager of its own: of two that wait with one manager, the first
/// to return would take a change from the other.
/// </summary>
internal sealed class ChangeListener
{
    private readonly ManagerHandle _manager;
    private readonly Action _report;
    private volatile bool _isStopping;

    /// <summary>Starts the thread. Every change from now on is reported.</summary>
    /// <param name="source">The source.</param>
    /// <param name="report">Reports a change.</param>
    /// <exception cref="BatteryException">The source does not exist, or the system does not let this process wait.</exception>
    public ChangeListener(DataSource source, Action report)
    {
        _report = report;
        _manager = ManagerHandle.Open(source, BatteryScopes.System);
        try
        {
            // This wait starts the notifications.
            _manager.Wait(TimeSpan.Zero);
        }
        catch (BatteryException)
        {
            _manager.Dispose();
            throw;
        }

        new Thread(Listen) { IsBackground = true, Name = "Battery changes" }.Start();
    }

    /// <summary>Ends the thread; it reports nothing more. It may be called on the thread itself.</summary>
    public void Stop()
    {
        _isStopping = true;
        _manager.Wake();
    }

    private void Listen()
    {
        using (_manager)
        {
            while (!_isStopping)
            {
                bool? isChange = WaitForChange();
                if (isChange != false && !_isStopping)
                {
                    _report();
                }

                _isStopping |= isChange is null;
            }
        }
    }

    // Null if the wait failed. That is reported as a last change: who reads then gets the error.
    private bool? WaitForChange()
    {
        try
        {
            return _manager.Wait(null);
        }
        catch (BatteryException)
        {
            return null;
        }
    }
}
