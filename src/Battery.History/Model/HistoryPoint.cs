using Battery.History.Reading;

namespace Battery.History.Model;

/// <summary>One point of a battery's history. A value that was not recorded is null (or Unknown): never 0, and never copied from another point.</summary>
public sealed record HistoryPoint
{
    /// <summary>The time, local.</summary>
    public DateTime Time => Utc.ToLocalTime();

    /// <summary>The time in UTC as ISO 8601: the same string in every culture and time zone.</summary>
    /// <exception cref="FormatException">It is set to a string without a date, a time and a zone.</exception>
    public string UtcTime
    {
        get => UtcText.Of(Utc);
        init => Utc = UtcText.Parse(value) ?? throw new FormatException($"'{value}' is not a date and time with a zone in the form of ISO 8601.");
    }

    /// <summary>The machine's name; null if the history has none.</summary>
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

    /// <summary>The state that was recorded, else Unknown.</summary>
    public HistoryState State { get; init; }

    /// <summary>Whether external power was connected.</summary>
    public bool? ExternalPower { get; init; }

    /// <summary>The activity of the machine in the period that begins here.</summary>
    public HistoryActivity Activity { get; init; }

    /// <summary>The length of the period that begins here (of a capacity: that ends here).</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Energy that the battery lost in the period, Wh; negative if it gained energy.</summary>
    public double? EnergyUsed { get; init; }

    /// <summary>The same in percent of the full capacity.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Charge cycles.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The system's estimate of the time to full.</summary>
    public TimeSpan? TimeToFull { get; init; }

    /// <summary>The system's estimate of the time to empty.</summary>
    public TimeSpan? TimeToEmpty { get; init; }

    /// <summary>Whether the battery was exchanged in the period.</summary>
    public bool BatteryChanged { get; init; }

    /// <summary>
    /// On the first point after a start of the recorder: the time of that start, in UTC as ISO 8601. Nothing is known of the time before it.
    /// </summary>
    public string? RecorderStarted { get; init; }

    /// <summary>The battery's serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The format of the history.</summary>
    public HistoryFormat Format { get; init; }

    /// <summary>The file or program that the point was read from.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>The time, UTC.</summary>
    internal DateTime Utc { get; init; }

    /// <summary>The battery and the time, for a message.</summary>
    public override string ToString() => $"{Battery} {UtcTime}";
}
