using Battery.History.Reading;

namespace Battery.History.Model;

/// <summary>One point of a battery's history. What was not recorded is null (or Unknown), never 0 and never carried over from another point.</summary>
public sealed record HistoryPoint
{
    /// <summary>When, in the local time of the reader.</summary>
    public DateTime Time => Utc.ToLocalTime();

    /// <summary>When, in UTC as ISO 8601: the same text in every culture and time zone.</summary>
    /// <exception cref="FormatException">It is set to a text without a date, a time and a zone.</exception>
    public string UtcTime
    {
        get => UtcText.Of(Utc);
        init => Utc = UtcText.Parse(value) ?? throw new FormatException($"'{value}' is not a date and time with a zone in the form of ISO 8601.");
    }

    /// <summary>The machine's name; null where the history has none.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The battery's name in that history.</summary>
    public required string Battery { get; init; }

    /// <summary>A reading of a moment, a period of use, or a capacity.</summary>
    public HistoryKind Kind { get; init; }

    /// <summary>State of charge, 0 to 100 %.</summary>
    public double? Percentage { get; init; }

    /// <summary>Remaining energy, Wh.</summary>
    public double? Energy { get; init; }

    /// <summary>Full capacity, Wh.</summary>
    public double? EnergyFull { get; init; }

    /// <summary>Designed full capacity, Wh.</summary>
    public double? EnergyFullDesign { get; init; }

    /// <summary>Power into or out of the battery, W, a magnitude.</summary>
    public double? EnergyRate { get; init; }

    /// <summary>Voltage, V.</summary>
    public double? Voltage { get; init; }

    /// <summary>Temperature, °C.</summary>
    public double? Temperature { get; init; }

    /// <summary>The state that was recorded; Unknown where none was.</summary>
    public HistoryState State { get; init; }

    /// <summary>Whether external power was connected.</summary>
    public bool? ExternalPower { get; init; }

    /// <summary>What the machine did in the period that begins here.</summary>
    public HistoryActivity Activity { get; init; }

    /// <summary>The length of the period that begins here (of a capacity: that ends here).</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Energy that the battery lost in the period, Wh; negative where it gained.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>The same in percent of the full capacity.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Charge cycles.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The system's estimate of the time to full.</summary>
    public TimeSpan? TimeToFull { get; init; }

    /// <summary>The system's estimate of the time to empty.</summary>
    public TimeSpan? TimeToEmpty { get; init; }

    /// <summary>True where the battery was exchanged in the period.</summary>
    public bool BatteryChanged { get; init; }

    /// <summary>
    /// When what records the history was started again, in UTC as ISO 8601, on the first point after that: nothing is known of the time before.
    /// </summary>
    public string? RecorderStarted { get; init; }

    /// <summary>The battery's serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The kind of history.</summary>
    public HistoryFormat Format { get; init; }

    /// <summary>The file or program that the point was read from.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>When, UTC.</summary>
    internal DateTime Utc { get; init; }

    /// <summary>The battery and the time, for a message.</summary>
    public override string ToString() => $"{Battery} {UtcTime}";
}
