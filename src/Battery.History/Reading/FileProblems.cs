namespace Battery.History.Reading;

/// <summary>Reports errors of the file system as problems of a history.</summary>
internal static class FileProblems
{
    /// <summary>Whether an exception is an error of reading a file.</summary>
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException or System.Security.SecurityException;

    /// <summary>Reports an exception as one sentence.</summary>
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
