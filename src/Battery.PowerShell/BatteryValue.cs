namespace Battery;

/// <summary>A value of a battery, and why it is what it is, or why it is not known.</summary>
public sealed partial class BatteryValue
{
    /// <summary>The name of the battery.</summary>
    public string Battery { get; internal init; } = string.Empty;

    /// <summary>The name of the value: that of the property of a battery.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>The value; null if it is unknown.</summary>
    public object? Value { get; internal init; }

    /// <summary>The value with its unit, for display; empty if it is unknown.</summary>
    public string ValueText { get; internal init; } = string.Empty;

    /// <summary>The unit of the value; null without one.</summary>
    public string? Unit { get; internal init; }

    /// <summary>Whether the value is known, and how; or why it is not.</summary>
    public BatteryValueStatus Status { get; internal init; }

    /// <summary>The rule that gives the value, or the reason why it is unknown, in one sentence.</summary>
    public string Rule { get; internal init; } = string.Empty;

    /// <summary>The properties that the value follows from, or that keep it from being known.</summary>
    public BatteryValueSource[] Sources { get; internal init; } = [];

    /// <summary>The whole explanation in one line, for example <c>EnergyRate 4.83 W: current_now 412000 µA × voltage_now 11723000 µV</c>.</summary>
    public string Explanation { get; internal init; } = string.Empty;

    /// <summary>The whole explanation.</summary>
    public override string ToString() => Explanation;
}
