using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets that read one source, repeatedly or once, after the pipeline has named the batteries.</summary>
public abstract class SingleSourceCommand : BatterySelectionCommand, IDisposable
{
    private readonly List<string> _names = [];
    private ManagerHandle? _manager;
    private BatteryManager? _shared;
    private volatile bool _isStopping;

    /// <summary>
    /// A recording to read instead of this machine: a file of Save-BatteryRecording, a copy of a power_supply folder, or the output of
    /// ioreg on a Mac. It is a path of the file system, and wildcards in it are literal. Not together with -SysfsRoot.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet)]
    [ValidateNotNullOrEmpty]
    public string? Recording { get; set; }

    /// <summary>The source; null if the pipeline was empty.</summary>
    private protected DataSource? Source { get; private set; }

    /// <summary>Whether Ctrl+C ended the command.</summary>
    private protected bool IsStopping => _isStopping;

    /// <summary>The names of the batteries; null for all.</summary>
    private protected BatteryNames? Names => _names.Count == 0 ? null : new BatteryNames(_names);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            if (SourceOf(InputObject) is { } source)
            {
                SetSource(source);
                _names.Add(WildcardPattern.Escape(InputObject.Name));
                Scope |= (BatteryScopes)InputObject.Scope;
            }

            return;
        }

        SetSource(Manager?.Source ?? (ParameterSetName == RecordingSet ? RecordingAt(Recording!) : LiveSource));
        _shared = Manager;
        _names.AddRange(Name ?? []);
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        base.StopProcessing();
        _isStopping = true;
        _manager?.Wake();
    }

    /// <summary>Closes what the command opened. PowerShell calls it however the pipeline ends.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the command opened.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _shared is null)
        {
            _manager?.Dispose();
        }
    }

    /// <summary>The manager of -Manager, or a new one, which is closed with the command.</summary>
    private protected ManagerHandle OpenManager(DataSource source) =>
        _manager = Run(source, () => RunStoppable(() => _shared?.HandleOf(Scope) ?? ManagerHandle.Open(source, Scope)));

    /// <summary>The batteries of the scope.</summary>
    private protected List<BatteryInfo> ReadScope(DataSource source, ManagerHandle manager) =>
        Run(source, () => RunStoppable(manager.ReadAll)).FindAll(battery => Scope.Includes(battery.Scope));

    private void SetSource(DataSource source)
    {
        if (Source is { } other && (other != source || Manager != _shared))
        {
            string message = $"{MyInvocation.MyCommand.Name} reads one source; the pipeline has '{other.Name}' and '{source.Name}'.";
            ErrorRecord error = new(new PSArgumentException(message), "SeveralMachines", ErrorCategory.InvalidArgument, source.Path);
            ThrowTerminatingError(WithAction(error, message, "Run it for each, for example with ForEach-Object -Parallel."));
        }

        Source = source;
    }
}
