namespace Battery.History.Reading;

/// <summary>Receives the problems and the progress of a reader.</summary>
/// <param name="onProblem">Called for each line and each file that cannot be read.</param>
/// <param name="onProgress">Called at intervals with the file and the part of it that was read, 0 to 1.</param>
/// <param name="cancellation">Cancels the reading between two points.</param>
public sealed class ReadContext(Action<HistoryProblem> onProblem, Action<string, double>? onProgress = null, CancellationToken cancellation = default)
{
    private const int PointsBetweenProgress = 1000;
    private int _count;

    internal void Report(HistoryProblemKind kind, string path, string message, long line = 0) => onProblem(new(kind, path, line, message));

    internal void ReportLine(string path, long line, string message) =>
        Report(HistoryProblemKind.UnreadableLine, path, $"Line {line} of '{path}' cannot be read: {message}", line);

    internal void Tick(HistoryFile file)
    {
        cancellation.ThrowIfCancellationRequested();
        if (onProgress is not null && ++_count % PointsBetweenProgress == 0)
        {
            onProgress(file.Path, file.Progress);
        }
    }
}
