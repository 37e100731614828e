using System.Globalization;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.History;

/// <summary>Points of recordings, which libbattery reads: one of each battery in each.</summary>
internal static class RecordingHistory
{
    /// <summary>How a recording begins.</summary>
    public const string Mark = "battery-recording ";
    private const string Recorded = "recorded ";
    private const int LinesInHead = 20;

    /// <summary>The points of a recording.</summary>
    public static IEnumerable<HistoryPoint> Read(string path, string? computer, Action<HistoryProblem> report)
    {
        try
        {
            if (TimeOf(path) is not { } time)
            {
                report(new(HistoryProblemKind.NotAHistory, path, 0,
                    $"'{path}' is a recording without a line '{Recorded}YYYY-MM-DD': a history needs its day."));
                return [];
            }

            NativeLibraryResolver.EnsureLoaded();
            using var manager = ManagerHandle.Open(new DataSource(null, path), BatteryScopes.System);
            return manager.ReadAll().ConvertAll(battery => ToPoint(battery, time, computer, path));
        }
        catch (Exception e) when (e is BatteryException or IOException or UnauthorizedAccessException)
        {
            bool isDenied = e is UnauthorizedAccessException or BatteryException { Error: BatteryError.PermissionDenied };
            report(new(isDenied ? HistoryProblemKind.AccessDenied : HistoryProblemKind.ReadFailed, path, 0, e.Message));
            return [];
        }
    }

    // A recording has a day and no time. Where the file was written on that day, that is its time.
    private static DateTime? TimeOf(string path)
    {
        string? line = File.ReadLines(path).Take(LinesInHead).FirstOrDefault(static line => line.StartsWith(Recorded, StringComparison.Ordinal));
        if (line is null || !DateTime.TryParseExact(
            line[Recorded.Length..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out DateTime day))
        {
            return null;
        }

        DateTime written = File.GetLastWriteTimeUtc(path);
        return written.Date == day ? written : day;
    }

    private static HistoryPoint ToPoint(BatteryInfo battery, DateTime time, string? computer, string path) => new()
    {
        UtcTime = time.ToString("o", CultureInfo.InvariantCulture),
        ComputerName = computer,
        Battery = battery.Name,
        Percentage = battery.Percentage,
        Energy = battery.Energy,
        EnergyFull = battery.EnergyFull,
        EnergyFullDesign = battery.EnergyFullDesign,
        EnergyRate = battery.EnergyRate,
        Voltage = battery.Voltage,
        Temperature = battery.Temperature,
        State = (HistoryState)battery.State,
        CycleCount = battery.CycleCount,
        TimeToFull = battery.TimeToFull,
        TimeToEmpty = battery.TimeToEmpty,
        SerialNumber = battery.SerialNumber,
        Format = HistoryFormat.Recording,
        Source = path,
    };
}
