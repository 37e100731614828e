namespace Battery.Core.Waiting;

/// <summary>How a wait ended.</summary>
public enum WaitOutcome
{
    /// <summary>The time was up.</summary>
    TimeUp = 0,

    /// <summary>Something changed.</summary>
    Changed = 1,

    /// <summary>Somebody woke the waiter.</summary>
    Woken = 2,

    /// <summary>The watch was closed.</summary>
    Closed = 3,
}
