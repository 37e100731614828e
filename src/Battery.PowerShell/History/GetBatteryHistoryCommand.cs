using System.Management.Automation;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.PowerShell.Commands;

namespace Battery.PowerShell.History;

/// <summary>Gets the history that systems keep of their batteries, as points.</summary>
/// <remarks>
/// <para>
/// Reads what a system has recorded as typed points: time, battery, percentage, energy, full capacity, rate, state, external power.
/// The sources are UPower's history files (Linux), the XML of powercfg /batteryreport (Windows), the log of pmset (macOS), CSV files
/// of Watch-Battery and of this command, and recordings of Save-BatteryRecording. A file is recognized by its content; any system
/// reads the files of any other.
/// </para>
/// <para>
/// A value that was not recorded is $null. A line that cannot be read is an error with its number, and the others are read. A file of
/// another kind, a history without a measurement, a machine without a battery and a file that may not be read are one error each.
/// </para>
/// <para>
/// Points are streamed: a file may be larger than the memory. A progress bar appears after one second. Two reports of Windows of one
/// machine are merged, so that no period counts twice.
/// </para>
/// </remarks>
/// <input cref="string">Files and folders.</input>
/// <input cref="FileInfo">Files, of Get-ChildItem.</input>
/// <output cref="HistoryPoint">One for each moment, period or capacity of the history.</output>
/// <note>
/// Kind is the kind of the point: Reading, the values of one moment; Usage, a period with the charge at its start and the energy that
/// was used in it (Windows); Capacity, the full capacity over a period (Windows).
/// </note>
/// <note>
/// Time is local. UtcTime is the same moment as a string in UTC, the same in every culture: Export-Csv writes it, and the file can be
/// read anywhere.
/// </note>
/// <note>Reading the files of UPower may need root on some distributions.</note>
/// <example>
/// <para>What this machine has recorded</para>
/// <code>Get-BatteryHistory</code>
/// <para>UPower's files on Linux, a report of powercfg on Windows, the log of pmset on macOS.</para>
/// </example>
/// <example>
/// <para>The last day</para>
/// <code>Get-BatteryHistory -Since (Get-Date).AddDays(-1)</code>
/// <para>Points of the last 24 hours.</para>
/// </example>
/// <example>
/// <para>A report of another machine</para>
/// <code>Get-BatteryHistory -Source report.xml | Measure-BatteryHistory</code>
/// <para>Any system reads the XML that "powercfg /batteryreport /xml" wrote.</para>
/// </example>
/// <example>
/// <para>All files of a folder</para>
/// <code>Get-ChildItem *.xml | Get-BatteryHistory</code>
/// <para>Reports of one machine are merged; those of several are kept apart by the name of the machine.</para>
/// </example>
/// <example>
/// <para>A log of a Mac</para>
/// <code>Get-BatteryHistory -Source pmset.txt -ComputerName macbook</code>
/// <para>The output of "pmset -g log".</para>
/// </example>
/// <example>
/// <para>A copy that can be read anywhere</para>
/// <code>Get-BatteryHistory | Export-Csv history.csv; Get-BatteryHistory -Source history.csv</code>
/// <para>The column UtcTime has the times independently of culture and time zone.</para>
/// </example>
/// <seealso cref="MeasureBatteryHistoryCommand"/>
/// <seealso cref="ExportBatteryReportCommand"/>
[Cmdlet(VerbsCommon.Get, "BatteryHistory")]
[OutputType("Battery.History.Model.HistoryPoint")]
public sealed class GetBatteryHistoryCommand : PSCmdlet, IDisposable
{
    // No type of Battery.History is in a public signature, so that importing the module does not load that assembly.
    private const string SystemSource = "System";
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _sources = [];

    /// <summary>
    /// Names of batteries. A name without wildcards that no battery of the history has is an error. Without it:
    /// all.
    /// </summary>
    /// <default>All batteries</default>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ValidateWildcardPattern]
    public string[]? Name { get; set; }

    /// <summary>
    /// System, which is the default: the history that this machine keeps. Or files and folders; wildcards are allowed. Of a folder, the
    /// files .xml, .dat, .csv, .txt and .log are read. The files of one battery of UPower belong together: give all four, or their
    /// folder.
    /// </summary>
    /// <default>System</default>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Source { get; set; } = [SystemSource];

    /// <summary>Leaves out points before this time. A time without a zone is local.</summary>
    [Parameter]
    public DateTime Since { get; set; } = DateTime.MinValue;

    /// <summary>Leaves out points after this time. A time without a zone is local.</summary>
    [Parameter]
    public DateTime Until { get; set; } = DateTime.MaxValue;

    /// <summary>
    /// The name of the machine, for histories that do not have it: of UPower, pmset, CSV and recordings. It keeps the machines of a
    /// fleet apart.
    /// </summary>
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
