namespace Battery.Core.Sources;

/// <summary>One system's way to say that something about its power supplies has changed.</summary>
public interface IChangeNotifier : IDisposable
{
    /// <summary>Whether the system can announce changes here; where it cannot, only looking again finds them.</summary>
    bool SupportsEvents { get; }

    /// <summary>Blocks until the system announces a change, somebody interrupts, or the time is up. One thread at a time.</summary>
    /// <param name="milliseconds">How long, at most; 0 takes what was announced already.</param>
    /// <returns>Whether a change was announced since the last call.</returns>
    /// <exception cref="Model.BatteryException">The system does not let this process wait.</exception>
    bool Wait(int milliseconds);

    /// <summary>Ends a <see cref="Wait"/> that is under way, else the next one. From any thread.</summary>
    void Cancel();
}
