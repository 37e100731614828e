using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>
/// Reads UPower's history of one battery: up to four files, each of which has a line for each change of its own value. A point is made of
/// the lines of one second; its state is that of any of them.
/// </summary>
internal static class UPowerReader
{
    private const string Prefix = "history-";
    private const string Suffix = ".dat";
    private static readonly string[] s_quantities = ["charge", "rate", "time-full", "time-empty"];

    private enum Quantity
    {
        Charge,
        Rate,
        TimeFull,
        TimeEmpty,
    }

    /// <summary>The battery's id; null if the name is not that of a history file.</summary>
    public static string? IdOf(string path) => Parts(path)?.Id;

    /// <summary>Reads the files of one battery.</summary>
    /// <param name="files">The paths, all of one id.</param>
    /// <param name="computer">The machine's name; null if it is not known.</param>
    /// <param name="context">Receives problems.</param>
    public static IEnumerable<HistoryPoint> Read(IReadOnlyList<string> files, string? computer, ReadContext context)
    {
        var lines = new List<(UPowerLine Line, Quantity Quantity)>();
        int markers = 0;
        bool isUnreadable = false;
        foreach (string path in files)
        {
            try
            {
                markers += ReadFile(path, lines, context);
            }
            catch (Exception e) when (FileProblems.Is(e))
            {
                isUnreadable = true;
                FileProblems.Report(e, path, context);
            }
        }

        if (lines.Count == markers)
        {
            if (!isUnreadable)
            {
                context.Report(HistoryProblemKind.NoMeasurement, files[0],
                    $"'{files[0]}' has no measurement yet: UPower writes its measurements every 10 minutes and when it ends.");
            }

            return [];
        }

        // The sort is stable: of two lines of one second the later one is newer.
        return Points(lines.OrderBy(static entry => entry.Line.Utc), Parts(files[0])!.Value.Id, computer, Path.GetDirectoryName(files[0]) ?? string.Empty);
    }

    private static (Quantity Quantity, string Id)? Parts(string path)
    {
        string name = Path.GetFileName(path);
        for (int i = 0; i < s_quantities.Length; i++)
        {
            string start = $"{Prefix}{s_quantities[i]}-";
            if (name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > start.Length
                + Suffix.Length)
            {
                return ((Quantity)i, name[start.Length..^Suffix.Length]);
            }
        }

        return null;
    }

    private static int ReadFile(string path, List<(UPowerLine Line, Quantity Quantity)> lines, ReadContext context)
    {
        Quantity quantity = Parts(path)!.Value.Quantity;
        int markers = 0;
        using var file = HistoryFile.Open(path);
        while (file.ReadLine() is { } text)
        {
            context.Tick(file);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (UPowerLine.Parse(text, out string message) is not { } line)
            {
                context.ReportLine(path, file.Line, message);
            }
            else if (quantity == Quantity.Charge && Percentages.Plausible(line.Value) is null)
            {
                context.ReportLine(path, file.Line, "the charge is not a percentage.");
            }
            else
            {
                markers += line.IsMarker ? 1 : 0;
                lines.Add((line, quantity));
            }
        }

        return markers;
    }

    private static IEnumerable<HistoryPoint> Points(IEnumerable<(UPowerLine Line, Quantity Quantity)> lines, string id, string? computer, string source)
    {
        var second = new Second();
        DateTime? started = null;
        foreach ((UPowerLine line, Quantity quantity) in lines)
        {
            if (second.HasValues && (second.Utc != line.Utc || second.Has(quantity)))
            {
                yield return second.ToPoint(id, computer, source, started);
                second = new();
                started = null;
            }

            if (line.IsMarker)
            {
                started = line.Utc;
                continue;
            }

            second.Add(line, quantity);
        }

        if (second.HasValues)
        {
            yield return second.ToPoint(id, computer, source, started);
        }
    }

    private struct Second
    {
        private double? _charge;
        private double? _rate;
        private double? _timeFull;
        private double? _timeEmpty;
        private HistoryState _state;

        public DateTime Utc { get; private set; }

        public bool HasValues { get; private set; }

        public readonly bool Has(Quantity quantity) =>
            (quantity switch { Quantity.Charge => _charge, Quantity.Rate => _rate, Quantity.TimeFull => _timeFull, _ => _timeEmpty }) is not null;

        public void Add(UPowerLine line, Quantity quantity)
        {
            Utc = line.Utc;
            HasValues = true;
            _state = line.State == HistoryState.Unknown ? _state : line.State;
            switch (quantity)
            {
                case Quantity.Charge:
                    _charge = line.Value;
                    break;
                case Quantity.Rate:
                    _rate = Math.Abs(line.Value);
                    break;
                case Quantity.TimeFull:
                    _timeFull = line.Value;
                    break;
                default:
                    _timeEmpty = line.Value;
                    break;
            }
        }

        public readonly HistoryPoint ToPoint(string id, string? computer, string source, DateTime? started) => new()
        {
            Utc = Utc,
            ComputerName = computer,
            Battery = id,
            Percentage = Percentages.Plausible(_charge),
            EnergyRate = _rate,
            State = _state,
            ExternalPower = _state is HistoryState.Charging or HistoryState.Full or HistoryState.NotCharging ? true : null,
            TimeToFull = Time(_timeFull),
            TimeToEmpty = Time(_timeEmpty),
            RecorderStarted = started is { } time ? UtcText.Of(time) : null,
            Format = HistoryFormat.UPower,
            Source = source,
        };

        // UPower writes 0 for a time that it does not know.
        private static TimeSpan? Time(double? seconds) => seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;
    }
}
