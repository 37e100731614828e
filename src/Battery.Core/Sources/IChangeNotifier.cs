namespace Battery.Core.Sources;

/// <summary>One system's notifications that its power supplies have changed.</summary>
public interface IChangeNotifier : IDisposable
{
    /// <summary>Whether the system notifies of changes here. Where it does not, changes are found by polling only.</summary>
    bool SupportsEvents { get; }

    /// <summary>Waits until the system notifies of a change, <see cref="Cancel"/> is called, or the timeout has elapsed. One thread at a time.</summary>
    /// <param name="milliseconds">The timeout; 0 takes only notifications that have arrived already.</param>
    /// <returns>Whether a notification arrived since the last call.</returns>
    /// <exception cref="Model.BatteryException">The system does not let this process wait.</exception>
    bool Wait(int milliseconds);

    /// <summary>Ends the current <see cref="Wait"/>, else the next one. From any thread.</summary>
    void Cancel();
}
