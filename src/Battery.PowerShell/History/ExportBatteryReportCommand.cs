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
[Cmdlet(VerbsData.Export, "BatteryReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportBatteryReportCommand : PSCmdlet
{
    private readonly List<PSObject> _batteries = [];

    /// <summary>The file to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The batteries as they are now: of Get-Battery, of this machine or others. Without it: those of this machine.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Points of Get-BatteryHistory. Without it, and without batteries from the pipeline: the history of this machine.</summary>
    [Parameter]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[]? History { get; set; }

    /// <summary>The report's title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "Battery report";

    /// <summary>Shows serial numbers, which are masked otherwise.</summary>
    [Parameter]
    public SwitchParameter IncludeSerialNumber { get; set; }

    /// <summary>Does not overwrite a file that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Opens the report in the browser.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    /// <summary>Gives the file that was written.</summary>
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
            using var manager = OpenManager.Open(new Machine(null, null), BatteryScopes.System);
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
