using System.Diagnostics;
using System.Management.Automation;
using System.Text;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.History.Report;
using Battery.PowerShell.Interop;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.History;

/// <summary>Writes a report of batteries and their history: one HTML file.</summary>
/// <remarks>
/// <para>
/// Writes one self-contained HTML file: the batteries now with every value, a verdict on their health, the charge limit; charge, power
/// and capacity over time as charts; sessions, charges and sleep as tables. It needs no network and no other file, follows the light or
/// dark mode of the browser, prints, and can be read without JavaScript. A year of readings is under 300 KB.
/// </para>
/// <para>
/// Without batteries from the pipeline and without -History it reports on this machine with the history that its system keeps.
/// Batteries of several machines, as Invoke-Command gives them, make one report with a section for each machine.
/// </para>
/// <para>
/// Serial numbers, and the part of a peripheral's name that identifies it, are masked unless -IncludeSerialNumber is given. A file
/// that exists is overwritten unless -NoClobber is given.
/// </para>
/// </remarks>
/// <input cref="BatteryInfo">Batteries of Get-Battery.</input>
/// <output cref="FileInfo">The file that was written, with -PassThru; otherwise nothing.</output>
/// <note>All times in the tables are local times of the machine that makes the report; the report names its time zone.</note>
/// <note>Charts are reduced so that the lowest and the highest value of each interval stay; the tables have every session.</note>
/// <example>
/// <para>This machine</para>
/// <code>Export-BatteryReport report.html</code>
/// <para>The batteries now and the history that the system keeps. Add -Open to show it in the browser.</para>
/// </example>
/// <example>
/// <para>With a history of another source</para>
/// <code>Get-Battery | Export-BatteryReport report.html -History (Get-BatteryHistory -Source report.xml)</code>
/// <para>Any history that Get-BatteryHistory reads.</para>
/// </example>
/// <example>
/// <para>A history alone</para>
/// <code>
/// Export-BatteryReport report.html -History (Get-BatteryHistory -Source pmset.txt -ComputerName macbook) -Title "MacBook"
/// </code>
/// <para>The report has a section for this machine and one for the MacBook.</para>
/// </example>
/// <example>
/// <para>Batteries that were exported before</para>
/// <code>Get-Battery | Export-Clixml now.xml; Import-Clixml now.xml | Export-BatteryReport fleet.html -Title "Fleet"</code>
/// <para>Objects of other machines keep the name that Invoke-Command gave them, and each machine has its section.</para>
/// </example>
/// <example>
/// <para>Do not overwrite a file</para>
/// <code>Export-BatteryReport new-report.html -NoClobber -PassThru</code>
/// <para>-PassThru writes the file to the pipeline, to send or attach it.</para>
/// </example>
/// <seealso cref="Commands.GetBatteryCommand"/>
/// <seealso cref="GetBatteryHistoryCommand"/>
/// <seealso cref="MeasureBatteryHistoryCommand"/>
[Cmdlet(VerbsData.Export, "BatteryReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBatteryReportCommand : PSCmdlet
{
    private readonly List<PSObject> _batteries = [];

    /// <summary>The file to write. It is a path of the file system, and wildcards in it are literal.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Batteries of Get-Battery, of this machine or others, live or from a file.</summary>
    /// <default>The batteries of this machine</default>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Points of Get-BatteryHistory, of any number of machines. An empty list makes a report without history.</summary>
    /// <default>The history of this machine</default>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[]? History { get; set; }

    /// <summary>The title of the report.</summary>
    /// <default>Battery report</default>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Battery report";

    /// <summary>Shows serial numbers and hardware addresses, which are masked otherwise.</summary>
    [Parameter]
    public SwitchParameter IncludeSerialNumber { get; set; }

    /// <summary>Does not overwrite a file that exists; that is then an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Opens the report in the default browser.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Writes the file that was written to the pipeline; without it there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private bool HasPipeline => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _batteries.Add(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem" || Directory.Exists(file) || (NoClobber && File.Exists(file)))
        {
            (string id, ErrorCategory category, string message) = provider.Name != "FileSystem"
                ? ("PathNotFileSystem", ErrorCategory.InvalidArgument,
                    $"-Path takes a path of the file system; '{Path}' belongs to the provider {provider.Name}.")
                : Directory.Exists(file) ? ("PathIsFolder", ErrorCategory.InvalidArgument, $"'{file}' is a folder: give the name of a file in it.")
                : ("ReportExists", ErrorCategory.ResourceExists, $"'{file}' exists already: give another name, or leave out -NoClobber.");
            ThrowTerminatingError(new(new PSArgumentException(message), id, category, file));
        }

        if (!ShouldProcess(file, "Export battery report"))
        {
            return;
        }

        try
        {
            File.WriteAllText(file, Report(), new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new(e, e is UnauthorizedAccessException ? "AccessDenied" : "WriteFailed", ErrorCategory.WriteError, file));
        }

        if (Open)
        {
            OpenInBrowser(file);
        }

        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    private string Report()
    {
        string? note = null;
        List<ReportBattery> batteries = (HasPipeline ? _batteries : LiveBatteries()).ConvertAll(battery => ReportInput.Battery(battery, IncludeSerialNumber));
        List<HistoryPoint> points = [];
        if (History is not null)
        {
            HistoryCollector.Add(History, points.Add, this);
        }
        else if (!HasPipeline)
        {
            var context = new ReadContext(problem => note = problem.Message);
            points.AddRange(SystemHistory.Read(context));
        }

        return ReportWriter.Write(new() { Title = Title, IncludeSerialNumbers = IncludeSerialNumber, HistoryNote = note }, batteries, points);
    }

    private List<PSObject> LiveBatteries()
    {
        try
        {
            NativeLibraryResolver.EnsureLoaded();
            using var manager = ManagerHandle.Open(default, BatteryScopes.System);
            return manager.ReadAll().ConvertAll(static battery => new PSObject(battery));
        }
        catch (BatteryException e)
        {
            WriteError(new(e, "ReadFailed", ErrorCategory.ReadError, null));
            return [];
        }
    }

    private void OpenInBrowser(string file)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(file) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException or InvalidOperationException)
        {
            WriteError(new(e, "CannotOpen", ErrorCategory.OpenError, file));
        }
    }
}
