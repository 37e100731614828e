using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Streams the log of macOS. A line without a percentage is skipped.</summary>
internal static class PmsetReader
{
    /// <summary>The name of the battery: the log has no name, and a Mac has one battery.</summary>
    public const string Battery = "InternalBattery";

    /// <summary>Reads a log.</summary>
    public static IEnumerable<HistoryPoint> Read(HistoryFile file, string? computer, ReadContext context)
    {
        var empty = new List<PmsetLine>();
        PmsetLine? held = null;
        bool hasBattery = false;
        while (file.ReadLine() is { } text)
        {
            context.Tick(file);
            if (PmsetLine.Parse(text) is not { } line)
            {
                continue;
            }

            if (line.Utc is null || line.Percentage is null)
            {
                context.ReportLine(file.Path, file.Line, line.Utc is null ? "it has a percentage, but no time with a zone."
                    : "its charge is not a number from 0 to 100.");
                continue;
            }

            // A machine without a battery logs 0 % on external power in every line; with an empty battery other lines follow.
            hasBattery |= line is not { Percentage: 0, IsOnExternalPower: true };
            if (!hasBattery)
            {
                empty.Add(line);
                continue;
            }

            foreach (PmsetLine earlier in empty.Append(line))
            {
                if (held is { } last && !IsSame(last, earlier))
                {
                    yield return ToPoint(last, computer, file.Path);
                    held = null;
                }

                held = held is { } same ? Joined(same, earlier) : earlier;
            }

            empty.Clear();
        }

        if (held is { } rest)
        {
            yield return ToPoint(rest, computer, file.Path);
        }
        else if (empty.Count > 0)
        {
            context.Report(HistoryProblemKind.NoBattery, file.Path,
                $"'{file.Path}' is the log of a machine without a battery: every line has 0 % on external power.");
        }
        else
        {
            context.Report(HistoryProblemKind.NoMeasurement, file.Path,
                $"'{file.Path}' has no percentage of a battery: the machine has no battery, or the lines with 'Using Batt' and 'Using AC' are missing.");
        }
    }

    // Two lines of one second, for example a wake and the next sleep, are one point.
    private static bool IsSame(PmsetLine a, PmsetLine b) => a.Utc == b.Utc && a.Percentage == b.Percentage && a.IsOnExternalPower == b.IsOnExternalPower;

    private static PmsetLine Joined(PmsetLine a, PmsetLine b) => a with { IsSleep = a.IsSleep || b.IsSleep, Sleep = b.Sleep ?? a.Sleep };

    private static HistoryPoint ToPoint(PmsetLine line, string? computer, string source) => new()
    {
        Utc = line.Utc!.Value,
        ComputerName = computer,
        Battery = Battery,
        Percentage = line.Percentage,
        State = line.IsOnExternalPower ? HistoryState.Unknown : HistoryState.Discharging,
        ExternalPower = line.IsOnExternalPower,
        Activity = line.IsSleep ? HistoryActivity.Sleep : HistoryActivity.Unknown,
        Duration = line.Sleep,
        Format = HistoryFormat.Pmset,
        Source = source,
    };
}
