using System.Globalization;
using System.Management.Automation;
using Battery.History.Model;
using Battery.History.Reading;

namespace Battery.PowerShell.History;

/// <summary>Reads objects by the names of their properties: live, deserialized, or of Import-Csv.</summary>
internal static class ObjectText
{
    /// <summary>The point of a history; null if the object is not one.</summary>
    public static HistoryPoint? ToPoint(PSObject item) =>
        item.BaseObject as HistoryPoint ?? HistoryRow.FromObject(name => Text(Value(item, name)), "object");

    /// <summary>The value of a property, or null.</summary>
    public static object? Value(PSObject item, string name)
    {
        object? value = item.Properties[name]?.Value;

        // A deserialized enumeration is its number, with its name as its string.
        if (value is PSObject { BaseObject: int } number && number.TypeNames.Contains("Deserialized.System.Enum"))
        {
            return number.ToString();
        }

        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }

    // The same in every culture; a time without a zone is local.
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 0 } text ? text : null,
    };
}
