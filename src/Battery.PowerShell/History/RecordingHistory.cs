using System.Globalization;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.History;

/// <summary>Reads recordings through libbattery: one point for each battery.</summary>
internal static class RecordingHistory
{
    /// <summary>The signature of a recording.</summary>
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
                    $"'{path}' is a recording without a line '{Recorded}YYYY-MM-DD': a point needs a date."));
                return [];
            }

            NativeLibraryResolver.EnsureLoaded();
            using var manager = ManagerHandle.Open(new DataSource(null, path), BatteryScopes.System);
            string utc = time.ToString("o", CultureInfo.InvariantCulture);
            return manager.ReadAll().ConvertAll(battery => ObjectText.ToPoint(new(battery))! with
            {
                UtcTime = utc,
                ComputerName = computer,
                Format = HistoryFormat.Recording,
                Source = path,
            });
        }
        catch (Exception e) when (e is BatteryException or IOException or UnauthorizedAccessException)
        {
            bool isDenied = e is UnauthorizedAccessException or BatteryException { Error: BatteryError.PermissionDenied };
            report(new(isDenied ? HistoryProblemKind.AccessDenied : HistoryProblemKind.ReadFailed, path, 0, e.Message));
            return [];
        }
    }

    // A recording has a date without a time. If the file was written on that day, the time of writing is used.
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
}
