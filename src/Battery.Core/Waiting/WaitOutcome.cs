namespace Battery.Core.Waiting;

/// <summary>How a wait ended.</summary>
public enum WaitOutcome
{
    /// <summary>The timeout has elapsed.</summary>
    TimeUp = 0,

    /// <summary>Something changed.</summary>
    Changed = 1,

    /// <summary><see cref="ChangeMonitor.Wake"/> was called.</summary>
    Woken = 2,

    /// <summary>The monitor was closed.</summary>
    Closed = 3,
}
