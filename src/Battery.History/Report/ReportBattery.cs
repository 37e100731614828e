namespace Battery.History.Report;

/// <summary>A battery as it is now.</summary>
public sealed record ReportBattery
{
    /// <summary>The machine.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Name { get; init; }

    /// <summary>The state in words; null where it is not known.</summary>
    public string? State { get; init; }

    /// <summary>State of charge, %.</summary>
    public double? Percentage { get; init; }

    /// <summary>Full capacity in percent of the designed one.</summary>
    public double? StateOfHealth { get; init; }

    /// <summary>The charge limit in words; null where there is none or it is not known.</summary>
    public string? ChargeLimit { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public DateTime? ReadUtc { get; init; }

    /// <summary>All values, known or not, in the order in which they are shown.</summary>
    public IReadOnlyList<ReportValue> Values { get; init; } = [];
}
