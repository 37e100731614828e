namespace Battery.History.Reading;

/// <summary>Failures of the file system as problems of a history.</summary>
internal static class FileProblems
{
    /// <summary>Whether the failure is one of reading a file.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException or System.Security.SecurityException;

    /// <summary>Reports the failure as one sentence.</summary>
    public static void Report(Exception exception, string path, ReadContext context)
    {
        (HistoryProblemKind kind, string message) = exception switch
        {
            UnauthorizedAccessException or System.Security.SecurityException =>
                (HistoryProblemKind.AccessDenied, $"Access to '{path}' is denied: run as a user who may read it, for example with sudo or as administrator."),
            FileNotFoundException or DirectoryNotFoundException =>
                (HistoryProblemKind.NotFound, $"'{path}' does not exist: give a file or a folder that exists."),
            _ => (HistoryProblemKind.ReadFailed, $"'{path}' could not be read: {exception.Message}"),
        };
        context.Report(kind, path, message);
    }
}
