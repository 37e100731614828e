using Battery.History.Health;

namespace Battery;

/// <summary>A verdict on the health of a battery with its reasons, and the values that it is based on. It cannot be changed.</summary>
public sealed class BatteryHealth
{
    // A number: a field of the type of the verdict would load the assembly of histories when the module is imported.
    private readonly int _verdict;

    internal BatteryHealth(BatteryInfo battery, HealthValues values, HealthAssessment assessment)
    {
        Name = battery.Name;
        _verdict = (int)assessment.Verdict;
        StateOfHealth = values.Percent;
        CycleCount = battery.CycleCount;
        Condition = battery.Condition;
        Reasons = assessment.Reasons;
        Vendor = battery.Vendor;
        Model = battery.Model;
        Timestamp = battery.Timestamp;
        Source = battery.Source;
    }

    /// <summary>The name of the battery.</summary>
    public string Name { get; }

    /// <summary>The verdict.</summary>
    public HealthVerdict Verdict => (HealthVerdict)_verdict;

    /// <summary>The state of health that the verdict is based on, %: by capacity, or else what the gauge reports.</summary>
    public double? StateOfHealth { get; }

    /// <summary>The number of charge cycles.</summary>
    public int? CycleCount { get; }

    /// <summary>The condition.</summary>
    public BatteryCondition Condition { get; }

    /// <summary>The reasons as sentences, those that decide first.</summary>
    public string Reasons { get; }

    /// <summary>The manufacturer's name.</summary>
    public string? Vendor { get; }

    /// <summary>The model's name.</summary>
    public string? Model { get; }

    /// <summary>When the values were read, UTC.</summary>
    public DateTime Timestamp { get; }

    /// <summary>Where the values were read: the path of a recording or of a folder instead of /sys, or the machine's name.</summary>
    public string Source { get; }

    /// <summary>The name and the verdict.</summary>
    public override string ToString() => $"{Name}: {Verdict}";
}
