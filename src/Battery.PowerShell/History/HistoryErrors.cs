using System.Management.Automation;
using Battery.History.Reading;

namespace Battery.PowerShell.History;

/// <summary>Converts problems of histories to error records.</summary>
internal static class HistoryErrors
{
    public static ErrorRecord Record(HistoryProblem problem)
    {
        (string id, ErrorCategory category) = problem.Kind switch
        {
            HistoryProblemKind.UnreadableLine => ("UnreadableLine", ErrorCategory.InvalidData),
            HistoryProblemKind.NotAHistory => ("NotAHistory", ErrorCategory.InvalidData),
            HistoryProblemKind.NoMeasurement => ("NoHistory", ErrorCategory.ObjectNotFound),
            HistoryProblemKind.NoBattery => ("NoBattery", ErrorCategory.ObjectNotFound),
            HistoryProblemKind.AccessDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
            HistoryProblemKind.NotFound => ("HistoryNotFound", ErrorCategory.ObjectNotFound),
            _ => ("ReadFailed", ErrorCategory.ReadError),
        };
        return new(new InvalidDataException(problem.Message), id, category, problem.Line > 0 ? $"{problem.Path}:{problem.Line}" : problem.Path);
    }
}
