namespace Battery.History.Reading;

/// <summary>What is wrong with a history or with a line of it.</summary>
public enum HistoryProblemKind
{
    /// <summary>A line cannot be read; the others are read.</summary>
    UnreadableLine,

    /// <summary>The file is of another kind.</summary>
    NotAHistory,

    /// <summary>The history has no measurement yet.</summary>
    NoMeasurement,

    /// <summary>The history is of a machine without a battery.</summary>
    NoBattery,

    /// <summary>Access is denied.</summary>
    AccessDenied,

    /// <summary>The file or folder does not exist.</summary>
    NotFound,

    /// <summary>Reading failed.</summary>
    ReadFailed,
}
