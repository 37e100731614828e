using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>A value of the table.</summary>
/// <param name="Field">The value.</param>
/// <param name="Row">Its row.</param>
/// <param name="Summary">The summary of its documentation.</param>
/// <param name="Rule">Where it comes from.</param>
/// <param name="Unknown">When it is unknown although it is reported; null where never.</param>
internal sealed record Value(BatteryField Field, ValueAttribute Row, string Summary, string Rule, string? Unknown)
{
    /// <summary>The name in C#.</summary>
    public string Name => Field.ToString();

    /// <summary>Whether it is a number with a unit, a double in battery_info.</summary>
    public bool IsQuantity => Row.Kind is ValueKind.Float or ValueKind.Milli or ValueKind.SignedMilli or ValueKind.Seconds;

    /// <summary>The name in Python, in JSON and, where it has a member there, in battery_info.</summary>
    public string Key => Row.Member ?? Names.Snake(Name);

    /// <summary>The unit of the getter.</summary>
    public string? GetterUnit => Row.Kind is ValueKind.Milli or ValueKind.SignedMilli ? "m" + Row.Unit : Row.Unit;

    /// <summary>The sentinel of the getter, as the header names it.</summary>
    public string Sentinel => Row.Kind switch
    {
        ValueKind.Text => "NULL",
        ValueKind.Enumeration or ValueKind.Flags => Names.CType(Row.Enumeration!.Name).ToUpperInvariant() + "_UNKNOWN",
        ValueKind.Float => "BATTERY_UNKNOWN_FLOAT",
        ValueKind.SignedMilli => "BATTERY_UNKNOWN_INT32",
        ValueKind.Seconds => "BATTERY_UNKNOWN_UINT64",
        _ => "BATTERY_UNKNOWN_UINT32",
    };

    /// <summary>The summary with the unit, as most places show it.</summary>
    public string Described => Row.Unit is null or "%" ? Summary : $"{Summary} Unit: {Row.Unit}.";

    /// <summary>The names of an enumeration's members, by number.</summary>
    public IEnumerable<string> Words => Enum.GetNames(Row.Enumeration!).Select(Names.Hyphenated);
}
