using System.Globalization;
using System.Management.Automation;
using Battery.History.Model;
using Battery.History.Reading;

namespace Battery.PowerShell.History;

/// <summary>Objects that came through remoting, a file or Import-Csv, whose properties are read by name.</summary>
internal static class ObjectText
{
    /// <summary>A point of a history; null where the object is none.</summary>
    public static HistoryPoint? ToPoint(PSObject item) =>
        item.BaseObject as HistoryPoint ?? HistoryRow.FromObject(name => Text(Value(item, name)), "object");

    /// <summary>The value of a property; null where there is no such property or it has none.</summary>
    public static object? Value(PSObject item, string name)
    {
        object? value = item.Properties[name]?.Value;

        // An enumeration that came from another session is its number, and its name as text.
        if (value is PSObject { BaseObject: int } number && number.TypeNames.Contains("Deserialized.System.Enum"))
        {
            return number.ToString();
        }

        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }

    // The same in every culture; a time without a zone is one of this machine.
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
