using System.Globalization;
using System.Management.Automation;
using Battery.Metrics;
using Battery.PowerShell.History;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Metrics;

/// <summary>
/// Converts batteries and totals for metrics. The objects may come from another machine or another version of the module: properties
/// are read by name, and one that is missing is unknown.
/// </summary>
internal static class MetricInput
{
    /// <summary>Whether an object is a battery or a total, live or deserialized.</summary>
    public static bool IsBattery(PSObject item) => Is(item, typeof(BatteryInfo)) || Is(item, typeof(BatteryTotal));

    /// <summary>Whether an object is an adapter, live or deserialized.</summary>
    public static bool IsAdapter(PSObject item) => Is(item, typeof(BatteryAdapter));

    /// <summary>An adapter; null without a name, which is its label.</summary>
    public static MetricAdapter? Adapter(PSObject item) => ObjectText.Value(item, "Name") is string name
        ? new(name, ObjectText.Value(item, "Type")?.ToString(), ObjectText.Value(item, "IsOnline") as bool?)
        : null;

    /// <summary>The values of a battery or total.</summary>
    public static MetricRecord Record(PSObject item) => new(
        value => Number(ObjectText.Value(item, value.Name), value),
        value => ObjectText.Value(item, value.Name) as string is { Length: > 0 } text ? text : null)
    {
        Count = Is(item, typeof(BatteryTotal)) && ObjectText.Value(item, "Count") is int count ? count : null,
        Timestamp = ObjectText.Value(item, "Timestamp") is DateTime time ? (time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds : double.NaN,
    };

    /// <summary>Where a battery was read: distinguishes batteries of the same name.</summary>
    public static string Source(PSObject item) => ObjectText.Value(item, "Source") as string ?? string.Empty;

    private static bool Is(PSObject item, Type type) =>
        item.TypeNames.Contains(type.FullName!) || item.TypeNames.Contains($"Deserialized.{type.FullName}");

    private static double Number(object? property, MetricValue value) => property switch
    {
        null => double.NaN,
        TimeSpan time => time.TotalSeconds,
        DateTime date => SnapshotReader.Day(date),
        string words => Code(words, value),
        Enum word => Convert.ToInt32(word, CultureInfo.InvariantCulture),
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    // The names of members, as a deserialized enumeration has them: 'NotCharging', or 'Standard, Custom'.
    private static double Code(string names, MetricValue value)
    {
        int code = 0;
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries))
        {
            code |= value.Words.FirstOrDefault(word => word.Text.Replace("-", string.Empty, StringComparison.Ordinal)
                .Equals(name, StringComparison.OrdinalIgnoreCase)).Code;
        }

        return code;
    }
}
