namespace Battery.History.Health;

/// <summary>What a battery reports about its health.</summary>
public sealed record HealthValues
{
    /// <summary>Full capacity in percent of the designed one.</summary>
    public double? StateOfHealth { get; init; }

    /// <summary>The state of health that the gauge itself reports, %.</summary>
    public double? ReportedStateOfHealth { get; init; }

    /// <summary>The number of charge cycles.</summary>
    public int? CycleCount { get; init; }

    /// <summary>The name of the condition; null if it is not known.</summary>
    public string? Condition { get; init; }

    /// <summary>The present voltage, V.</summary>
    public double? Voltage { get; init; }

    /// <summary>The names of values that are reported, and refused because they are implausible.</summary>
    public IReadOnlyList<string> Implausible { get; init; } = [];

    /// <summary>The health that a verdict is based on, %: the capacity, or else what the gauge reports.</summary>
    public double? Percent => StateOfHealth ?? ReportedStateOfHealth;
}
