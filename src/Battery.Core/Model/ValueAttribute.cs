namespace Battery.Core.Model;

/// <summary>How a value is represented: by its getter, in <c>battery_info</c>, and as a property.</summary>
internal enum ValueKind
{
    /// <summary>A <c>char *</c> that the caller frees; no member of <c>battery_info</c>.</summary>
    Text,

    /// <summary>An enumeration whose 0 means unknown.</summary>
    Enumeration,

    /// <summary>An enumeration of bits whose 0 means unknown.</summary>
    Flags,

    /// <summary>A <c>float</c> in the unit; a <c>double</c> in <c>battery_info</c>.</summary>
    Float,

    /// <summary>A <c>uint32_t</c> in thousandths of the unit; a <c>double</c> in the unit in <c>battery_info</c>.</summary>
    Milli,

    /// <summary>An <c>int32_t</c> in thousandths of the unit; a <c>double</c> in the unit in <c>battery_info</c>.</summary>
    SignedMilli,

    /// <summary>A <c>uint64_t</c> in seconds; a <c>double</c> in seconds in <c>battery_info</c>.</summary>
    Seconds,

    /// <summary>A <c>uint32_t</c> that counts.</summary>
    Count,

    /// <summary>A <c>uint32_t</c>, the number yyyymmdd.</summary>
    Date,
}

/// <summary>What a value belongs to: a section of the documentation, and a property set of the module.</summary>
[Flags]
internal enum ValueGroups
{
    /// <summary>Which battery it is.</summary>
    Identity = 1,

    /// <summary>What the battery is doing.</summary>
    Power = 2,

    /// <summary>How the battery has aged.</summary>
    Health = 4,

    /// <summary>Limits of charging.</summary>
    ChargeControl = 8,
}

/// <summary>
/// A row of the table of values: all that is derived from a value is generated from its member of <see cref="BatteryField"/>,
/// this attribute and the documentation. Names and numbers of the C ABI are literals here and never change.
/// </summary>
/// <param name="text">What messages call the value.</param>
/// <param name="kind">How it is represented.</param>
/// <param name="getter">The name of its getter in C.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class ValueAttribute(string text, ValueKind kind, string getter) : Attribute
{
    /// <summary>What messages call the value.</summary>
    public string Text { get; } = text;

    /// <summary>How it is represented.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>The name of its getter in C.</summary>
    public string Getter { get; } = getter;

    /// <summary>A second name of the getter.</summary>
    public string? Alias { get; init; }

    /// <summary>The unit, for example <c>Wh</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>The name of the member of <c>battery_info</c>.</summary>
    public string? Member { get; init; }

    /// <summary>The place of the member in <c>battery_info</c>, from 1; a new member is the last.</summary>
    public int Order { get; init; }

    /// <summary>The type of an enumeration.</summary>
    public Type? Enumeration { get; init; }

    /// <summary>Whether every battery has the value.</summary>
    public bool IsAlwaysKnown { get; init; }

    /// <summary>The lowest value that a rule lets through.</summary>
    public double Min { get; init; }

    /// <summary>The highest value that a rule lets through.</summary>
    public double Max { get; init; } = double.MaxValue;

    /// <summary>The format of the number in a view, for example <c>0.00</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The name that Prometheus' node_exporter has for the value: of a metric, or of a label of its info metric.</summary>
    public string? NodeName { get; init; }

    /// <summary>What the value belongs to.</summary>
    public ValueGroups Groups { get; init; }

    /// <summary>The version of the library that has the value first.</summary>
    public string Since { get; init; } = "0.1.0";
}

/// <summary>A member of <c>battery_info</c> that is always 0 and keeps the members after it aligned.</summary>
/// <param name="order">Its place.</param>
/// <param name="member">Its name.</param>
[AttributeUsage(AttributeTargets.Enum, AllowMultiple = true)]
internal sealed class PaddingAttribute(int order, string member) : Attribute
{
    /// <summary>Its place.</summary>
    public int Order { get; } = order;

    /// <summary>Its name.</summary>
    public string Member { get; } = member;
}
