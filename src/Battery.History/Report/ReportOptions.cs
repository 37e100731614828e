namespace Battery.History.Report;

/// <summary>Options of a report.</summary>
public sealed record ReportOptions
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "Battery report";

    /// <summary>Whether serial numbers are shown; they are masked by default.</summary>
    public bool IncludeSerialNumbers { get; init; }

    /// <summary>The time of the report, UTC.</summary>
    public DateTime GeneratedUtc { get; init; } = DateTime.UtcNow;

    /// <summary>The time zone of all times.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Why there is no history, or what is missing in it; null if it is complete.</summary>
    public string? HistoryNote { get; init; }
}
