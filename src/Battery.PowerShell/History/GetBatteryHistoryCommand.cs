using System.Management.Automation;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.PowerShell.Commands;

namespace Battery.PowerShell.History;

/// <summary>Gets the history that systems keep of their batteries, as points.</summary>
/// <remarks>No type of Battery.History stands in its signature: importing the module does not load that assembly.</remarks>
[Cmdlet(VerbsCommon.Get, "BatteryHistory")]
[OutputType("Battery.History.Model.HistoryPoint")]
public sealed class GetBatteryHistoryCommand : PSCmdlet, IDisposable
{
    private const string SystemSource = "System";
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _sources = [];

    /// <summary>Names of batteries; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    public string[]? Name { get; set; }

    /// <summary>System, which is the default, or files and folders.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Source { get; set; } = [SystemSource];

    /// <summary>Leaves out what was before.</summary>
    [Parameter]
    public DateTime Since { get; set; } = DateTime.MinValue;

    /// <summary>Leaves out what was after.</summary>
    [Parameter]
    public DateTime Until { get; set; } = DateTime.MaxValue;

    /// <summary>The machine's name, for histories that do not have it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sources.AddRange(Source);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var progress = new ProgressReport(this, "Reading battery history");
        var filter = new PointFilter(Name, Since, Until);
        try
        {
            foreach (HistoryPoint point in Points(progress))
            {
                if (filter.Passes(point.Battery, point.Time))
                {
                    WriteObject(point);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return;
        }

        progress.End();
        foreach (string missing in filter.Missing())
        {
            string message = $"The history has no battery named '{missing}'."
                + (filter.Seen.Count > 0 ? $" Batteries in it: {string.Join(", ", filter.Seen)}." : string.Empty);
            WriteError(new(new ItemNotFoundException(message), "BatteryNotFound", ErrorCategory.ObjectNotFound, missing));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private IEnumerable<HistoryPoint> Points(ProgressReport progress)
    {
        void Report(HistoryProblem problem) => WriteError(HistoryErrors.Record(problem));
        var context = new ReadContext(Report, progress.Update, _stop.Token);
        var sources = new HistorySources();
        foreach (string path in _sources.Where(static source => !IsSystem(source)).SelectMany(ResolvePath))
        {
            sources.Add(path);
        }

        IEnumerable<HistoryPoint> system = _sources.Exists(IsSystem) ? SystemHistory.Read(context) : [];
        return system
            .Concat(HistoryReader.Read(sources.Files, ComputerName, context))
            .Concat(sources.Recordings.SelectMany(path => RecordingHistory.Read(path, ComputerName, Report)));
    }

    private IEnumerable<string> ResolvePath(string path)
    {
        try
        {
            return HistorySources.Resolve(path, SessionState.Path).ToList();
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            WriteError(new(e, "HistoryNotFound", ErrorCategory.ObjectNotFound, path));
            return [];
        }
    }

    private static bool IsSystem(string source) => string.Equals(source, SystemSource, StringComparison.OrdinalIgnoreCase);
}
