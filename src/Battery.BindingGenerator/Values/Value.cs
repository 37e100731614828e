using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>How a value is represented; the members are those of Battery.Core.</summary>
internal enum ValueKind
{
    Text,
    Enumeration,
    Flags,
    Float,
    Milli,
    SignedMilli,
    Seconds,
    Count,
    Date,
}

/// <summary>A row of the table of values.</summary>
internal sealed record Value
{
    public required string Name { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required ValueKind Kind { get; init; }

    public required string Getter { get; init; }

    public required string? Alias { get; init; }

    public required string? Unit { get; init; }

    public required string? Member { get; init; }

    public required int Order { get; init; }

    public required Type? Enumeration { get; init; }

    public required bool IsAlwaysKnown { get; init; }

    public required double Min { get; init; }

    public required double Max { get; init; }

    public required string? Format { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    public required string Since { get; init; }

    public required string Summary { get; init; }

    public required string Rule { get; init; }

    public required string? Unknown { get; init; }

    /// <summary>Whether it is a number with a unit, a double in battery_info.</summary>
    public bool IsQuantity => Kind is ValueKind.Float or ValueKind.Milli or ValueKind.SignedMilli or ValueKind.Seconds;

    /// <summary>The name in Python, in JSON and, where it has a member there, in battery_info.</summary>
    public string Key => Member ?? Names.Snake(Name);

    /// <summary>The unit of the getter.</summary>
    public string? GetterUnit => Kind is ValueKind.Milli or ValueKind.SignedMilli ? "m" + Unit : Unit;

    /// <summary>The sentinel of the getter, as the header names it.</summary>
    public string Sentinel => Kind switch
    {
        ValueKind.Text => "NULL",
        ValueKind.Enumeration or ValueKind.Flags => Names.CType(Enumeration!.Name).ToUpperInvariant() + "_UNKNOWN",
        ValueKind.Float => "BATTERY_UNKNOWN_FLOAT",
        ValueKind.SignedMilli => "BATTERY_UNKNOWN_INT32",
        ValueKind.Seconds => "BATTERY_UNKNOWN_UINT64",
        _ => "BATTERY_UNKNOWN_UINT32",
    };

    /// <summary>The summary with the unit, as most places show it.</summary>
    public string Described => Unit is null or "%" ? Summary : $"{Summary} Unit: {Unit}.";

    /// <summary>The names of an enumeration's members: by number, or by the bit of a flag with 'unknown' first.</summary>
    public IEnumerable<string> Words => Enum.GetNames(Enumeration!).Select(Names.Hyphenated);
}
