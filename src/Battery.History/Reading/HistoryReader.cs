using Battery.History.Model;

namespace Battery.History.Reading;

/// <summary>Reads histories of any format. The format is detected from the content of a file, not from its name.</summary>
public static class HistoryReader
{
    private const int LinesToSniff = 1000;

    /// <summary>Streams the points of files, in the order of each file. Reports of one machine are merged, so that no period counts twice.</summary>
    /// <param name="paths">Files other than recordings, which libbattery reads.</param>
    /// <param name="computer">The machine's name, for histories that do not have it; null if it is not known.</param>
    /// <param name="context">Receives problems and progress.</param>
    public static IEnumerable<HistoryPoint> Read(IEnumerable<string> paths, string? computer, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(context);
        List<string> files = paths.ToList();

        IEnumerable<IGrouping<string, string>> batteries = files.Where(static path => UPowerReader.IdOf(path) is not null)
            .GroupBy(static path => Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, UPowerReader.IdOf(path)!));
        foreach (IGrouping<string, string> battery in batteries)
        {
            foreach (HistoryPoint point in UPowerReader.Read(battery.ToList(), computer, context))
            {
                yield return point;
            }
        }

        List<string> others = files.FindAll(static path => UPowerReader.IdOf(path) is null);
        List<string> reports = others.Count > 1 ? others.FindAll(IsXml) : [];
        IEnumerable<HistoryPoint> merged = reports.Count > 1
            ? PointMerger.Merge(reports.SelectMany(path => ReadFile(path, computer, context)))
            : reports.SelectMany(path => ReadFile(path, computer, context));
        foreach (HistoryPoint point in merged.Concat(others.Except(reports).SelectMany(path => ReadFile(path, computer, context))))
        {
            yield return point;
        }
    }

    /// <summary>Streams the points of one log.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="stream">The text.</param>
    /// <param name="computer">The machine's name; null if it is not known.</param>
    /// <param name="context">Receives problems and progress.</param>
    public static IEnumerable<HistoryPoint> ReadLog(string name, Stream stream, string? computer, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(context);
        using var file = HistoryFile.Of(name, stream);
        foreach (HistoryPoint point in PmsetReader.Read(file, computer, context))
        {
            yield return point;
        }
    }

    // An iterator cannot yield inside a try that catches.
    private static IEnumerable<HistoryPoint> ReadFile(string path, string? computer, ReadContext context)
    {
        IEnumerator<HistoryPoint>? points = null;
        try
        {
            while (true)
            {
                HistoryPoint point;
                try
                {
                    points ??= OpenFile(path, computer, context).GetEnumerator();
                    if (!points.MoveNext())
                    {
                        yield break;
                    }

                    point = points.Current;
                }
                catch (Exception e) when (FileProblems.Is(e))
                {
                    FileProblems.Report(e, path, context);
                    yield break;
                }

                yield return point;
            }
        }
        finally
        {
            points?.Dispose();
        }
    }

    private static IEnumerable<HistoryPoint> OpenFile(string path, string? computer, ReadContext context)
    {
        Func<HistoryFile, string?, ReadContext, IEnumerable<HistoryPoint>>? read = Sniff(path, context);
        if (read is null)
        {
            yield break;
        }

        using var file = HistoryFile.Open(path);
        foreach (HistoryPoint point in read(file, computer, context))
        {
            yield return point;
        }
    }

    private static Func<HistoryFile, string?, ReadContext, IEnumerable<HistoryPoint>>? Sniff(string path, ReadContext context)
    {
        using var file = HistoryFile.Open(path);
        bool isFirst = true;
        for (int i = 0; i < LinesToSniff && file.ReadLine() is { } line; i++)
        {
            string text = line.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (isFirst && text.StartsWith('<'))
            {
                if (IsHtml(text) || (file.ReadLine() is { } second && IsHtml(second)))
                {
                    PowerCfgReader.ReportHtml(path, context);
                    return null;
                }

                return PowerCfgReader.Read;
            }

            if (isFirst && CsvColumns.Parse(text) is not null)
            {
                return CsvReader.Read;
            }

            if (PmsetLine.HasTime(line))
            {
                return PmsetReader.Read;
            }

            if (isFirst && UPowerLine.Parse(text, out _) is not null)
            {
                context.Report(HistoryProblemKind.NotAHistory, path,
                    $"'{path}' has lines of UPower, but its name does not state the quantity: name it as UPower does, for example history-charge-NAME.dat.");
                return null;
            }

            isFirst &= text.StartsWith('#') || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        }

        context.Report(HistoryProblemKind.NotAHistory, path, isFirst
            ? $"'{path}' is empty."
            : $"'{path}' is not a battery history: give the XML of powercfg, a file of UPower, the text of 'pmset -g log', or a CSV file of Watch-Battery.");
        return null;
    }

    private static bool IsHtml(string line) =>
        line.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || line.Contains("<html", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string path)
    {
        try
        {
            using var file = HistoryFile.Open(path);
            return file.ReadLine()?.TrimStart().StartsWith('<') ?? false;
        }
        catch (Exception e) when (FileProblems.Is(e))
        {
            return false;
        }
    }
}
