using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Streams the log of macOS. A line without a charge is of something else and no error.</summary>
internal static class PmsetReader
{
    /// <summary>The name of the battery: the log has none, and a Mac has one.</summary>
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
                context.ReportLine(file.Path, file.Line, line.Utc is null ? "it has a charge, and no time with a zone before it."
                    : "its charge is not a percentage.");
                continue;
            }

            // A machine without a battery logs 0 % on external power in every line; an empty battery logs something else later.
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
                $"'{file.Path}' is the log of a machine without a battery: every line says 0 % on external power.");
        }
        else
        {
            context.Report(HistoryProblemKind.NoMeasurement, file.Path,
                $"'{file.Path}' has no charge of a battery: the machine has none, or the lines with 'Using Batt' or 'Using AC' were left out.");
        }
    }

    // Two lines of one second, as of waking and of going to sleep again, are one point.
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
