using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Streams a CSV file of Watch-Battery or of Get-BatteryHistory.</summary>
internal static class CsvReader
{
    private const string HowTo = "write times with their zone, for example as Timestamp.ToString('o').";

    /// <summary>Reads a file.</summary>
    public static IEnumerable<HistoryPoint> Read(HistoryFile file, string? computer, ReadContext context)
    {
        CsvColumns? columns = Head(file);
        if (columns is null)
        {
            context.Report(HistoryProblemKind.NotAHistory, file.Path,
                $"'{file.Path}' is not a battery history: its header line has no time, or no percentage, energy or full capacity.");
            yield break;
        }

        // A column named UtcTime or Timestamp is in UTC even if the culture's format of dates has no zone.
        var time = new CsvTime(columns.Time is "UtcTime" or "Timestamp") { IsDayFirst = Order(file.Path, columns) };
        long points = 0;
        while (file.ReadLine() is { } line)
        {
            context.Tick(file);
            if (string.IsNullOrWhiteSpace(line) || IsComment(line))
            {
                continue;
            }

            long number = file.Line;
            if (CsvRow.Split(line, columns.Delimiter, file.ReadLine) is not { } row)
            {
                context.ReportLine(file.Path, number, "a quoted field does not end.");
            }
            else if (time.Parse(columns.Text(row, columns.Time) ?? string.Empty) is not { } utc)
            {
                context.ReportLine(file.Path, number, Refusal(columns, time));
            }
            else if (HistoryRow.ToPoint(name => columns.Text(row, name), utc, computer, file.Path) is { } point)
            {
                points++;
                yield return point;
            }
            else
            {
                context.ReportLine(file.Path, number, "it has a number, or a percentage, that cannot be read.");
            }
        }

        if (points == 0)
        {
            context.Report(HistoryProblemKind.NoMeasurement, file.Path, $"'{file.Path}' has no measurement that can be read.");
        }
    }

    /// <summary>Reads the header line of a file; null if there is none.</summary>
    public static CsvColumns? Head(HistoryFile file)
    {
        string? head;
        do
        {
            head = file.ReadLine();
        }
        while (head is not null && (string.IsNullOrWhiteSpace(head) || IsComment(head)));
        return head is null ? null : CsvColumns.Parse(head);
    }

    // '#TYPE …' of Windows PowerShell, and the line that a spreadsheet program reads.
    private static bool IsComment(string line) => line.StartsWith('#') || line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static string Refusal(CsvColumns columns, CsvTime time) =>
        time.IsAmbiguous ? $"the order of day and month in its date is ambiguous, in all other rows too; {HowTo}"
        : time.LacksZone ? $"its time has no time zone; {HowTo}"
        : $"its time, in the column '{columns.Time}', cannot be read.";

    // The order of day and month. One unambiguous row decides for all: a first pass, which ends at that row.
    private static bool? Order(string path, CsvColumns columns)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = HistoryFile.Open(path);
        _ = Head(file);
        while (file.ReadLine() is { } line)
        {
            if (CsvRow.Split(line, columns.Delimiter, file.ReadLine) is { } row && columns.Text(row, columns.Time) is { } text)
            {
                if (UtcText.Parse(text) is not null)
                {
                    return null;
                }

                if (CsvTime.Order(text) is { } isDayFirst)
                {
                    return isDayFirst;
                }
            }
        }

        return null;
    }
}
