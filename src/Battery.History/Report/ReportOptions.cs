namespace Battery.History.Report;

/// <summary>How a report is made.</summary>
public sealed record ReportOptions
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "Battery report";

    /// <summary>Shows serial numbers, which are masked otherwise.</summary>
    public bool IncludeSerialNumbers { get; init; }

    /// <summary>When the report is made, UTC.</summary>
    public DateTime GeneratedUtc { get; init; } = DateTime.UtcNow;

    /// <summary>The time zone that all times are shown in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Why there is no history, or what is missing in it; null where nothing is.</summary>
    public string? HistoryNote { get; init; }
}
