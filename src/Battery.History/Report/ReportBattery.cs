using Battery.History.Health;

namespace Battery.History.Report;

/// <summary>The present values of a battery.</summary>
public sealed record ReportBattery
{
    /// <summary>The machine.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The battery.</summary>
    public required string Name { get; init; }

    /// <summary>The state; null if it is not known.</summary>
    public string? State { get; init; }

    /// <summary>State of charge, %.</summary>
    public double? Percentage { get; init; }

    /// <summary>What it reports about its health.</summary>
    public HealthValues Health { get; init; } = new();

    /// <summary>The charge limit as a phrase; null if there is none, or it is not known.</summary>
    public string? ChargeLimit { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public DateTime? ReadUtc { get; init; }

    /// <summary>All values, known or not, in the order in which they are shown.</summary>
    public IReadOnlyList<ReportValue> Values { get; init; } = [];
}
