namespace Battery;

/// <summary>A property, key or member of a structure that a value follows from, as the system names and writes it.</summary>
public sealed partial class BatteryValueSource
{
    /// <summary>The system's own name, for example <c>current_now</c>.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>What the system reported; null if it reported nothing.</summary>
    public string? Value { get; internal init; }

    /// <summary>The unit of the system; null without one.</summary>
    public string? Unit { get; internal init; }

    /// <summary>The name, the value and the unit.</summary>
    public override string ToString() => string.Join(' ', ((string?[])[Name, Value, Value is null ? null : Unit]).Where(static part => part is not null));
}
