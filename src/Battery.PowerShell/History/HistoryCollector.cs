using System.Management.Automation;
using Battery.History.Model;

namespace Battery.PowerShell.History;

/// <summary>Converts the input objects of a command to points. An object that is not a point is an error.</summary>
internal static class HistoryCollector
{
    public static void Add(IEnumerable<PSObject?> items, Action<HistoryPoint> add, Cmdlet command)
    {
        foreach (PSObject item in items.OfType<PSObject>())
        {
            if (ObjectText.ToPoint(item) is { } point)
            {
                add(point);
                continue;
            }

            const string Message = "The object is not a point of a history: it has no UtcTime, Time or Timestamp with a zone, or a number that cannot be read.";
            command.WriteError(new(new PSArgumentException(Message), "NotAPoint", ErrorCategory.InvalidArgument, item));
        }
    }
}
