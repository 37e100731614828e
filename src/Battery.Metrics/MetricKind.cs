namespace Battery.Metrics;

/// <summary>How a value is represented.</summary>
public enum MetricKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A word: the number is that of a member of an enumeration, 0 if unknown.</summary>
    Word,

    /// <summary>A set of words: the number has a bit for each.</summary>
    Words,

    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>A number of seconds, written as a whole number.</summary>
    Seconds,

    /// <summary>A whole number without a unit.</summary>
    Count,

    /// <summary>A day, the number yyyymmdd.</summary>
    Date,
}
