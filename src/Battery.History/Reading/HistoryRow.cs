using System.Globalization;
using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Creates points from named values: a row of CSV, or the properties of an object.</summary>
public static class HistoryRow
{
    /// <summary>The names of columns of times, the most reliable first.</summary>
    public static IReadOnlyList<string> TimeNames { get; } = ["UtcTime", "Time", "Timestamp", "DateTime", "Date"];

    /// <summary>Creates a point from the properties of an object. Null if it has no time with a zone, or a number that cannot be parsed.</summary>
    /// <param name="value">Returns a property as a string, or null: numbers in the format of any culture, times as ISO 8601.</param>
    /// <param name="source">The source of the point.</param>
    public static HistoryPoint? FromObject(Func<string, string?> value, string source)
    {
        ArgumentNullException.ThrowIfNull(value);
        DateTime? utc = TimeNames.Select(name => UtcText.Parse(value(name))).FirstOrDefault(static time => time is not null);
        return utc is { } time ? ToPoint(value, time, null, source) : null;
    }

    internal static HistoryPoint? ToPoint(Func<string, string?> value, DateTime utc, string? computer, string source)
    {
        bool isReadable = true;
        double? Number(string name)
        {
            string? text = value(name);
            double? number = Numbers.Parse(text);
            isReadable &= text is null || number is not null;
            return number;
        }

        double? percentage = Number("Percentage");
        isReadable &= percentage is null || Percentages.Plausible(percentage) is not null;
        var point = new HistoryPoint
        {
            Utc = utc,
            ComputerName = value("ComputerName") ?? value("PSComputerName") ?? computer,
            Battery = value("Battery") ?? value("Name") ?? "Battery",
            Kind = Word<HistoryKind>(value("Kind")),
            Percentage = Percentages.Plausible(percentage),
            Energy = Number("Energy"),
            EnergyFull = Number("EnergyFull"),
            EnergyFullDesign = Number("EnergyFullDesign"),
            EnergyRate = Number("EnergyRate"),
            Voltage = Number("Voltage"),
            Temperature = Number("Temperature"),
            State = Word<HistoryState>(value("State")),
            ExternalPower = value("ExternalPower")?.ToUpperInvariant() switch { "TRUE" or "ONLINE" => true, "FALSE" or "OFFLINE" => false, _ => null },
            Activity = Word<HistoryActivity>(value("Activity")),
            Duration = Time(value("Duration")),
            EnergyUsed = Number("EnergyUsed"),
            PercentUsed = Number("PercentUsed"),
            CycleCount = Number("CycleCount") is { } cycles and > 0 and < 65535 ? (int)cycles : null,
            TimeToFull = Time(value("TimeToFull")),
            TimeToEmpty = Time(value("TimeToEmpty")),
            BatteryChanged = value("BatteryChanged") is "True",
            RecorderStarted = value("RecorderStarted"),
            SerialNumber = value("SerialNumber"),
            Format = Word<HistoryFormat>(value("Format")),
            Source = value("Source") ?? source,
        };
        return isReadable ? point : null;
    }

    // The property Kind of a BatteryInfo is not the kind of a point; the default is right for it.
    private static T Word<T>(string? text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : default;

    private static TimeSpan? Time(string? text) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null;
}
