using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Library;
using Battery.PowerShell.Watching;

namespace Battery.PowerShell.Commands;

/// <summary>Gets samples of the batteries: at once, at each interval, and whenever the system notifies of a change.</summary>
[Cmdlet(VerbsCommon.Watch, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryInfo))]
public sealed class WatchBatteryCommand : BatteryCommand, IDisposable
{
    private const string SysfsRootSet = "SysfsRoot";
    private const string RecordingSet = "Recording";

    private readonly List<string> _names = [];
    private Machine? _machine;
    private OpenManager? _manager;
    private OpenManager? _shared;
    private volatile bool _isStopping;

    /// <summary>Names of batteries, for example BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [BatteryName]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>A folder to read instead of /sys, for example a host's /sys mounted in a container. Linux only.</summary>
    [Parameter(ParameterSetName = SysfsRootSet)]
    [ValidateNotNullOrEmpty]
    public string? SysfsRoot { get; set; }

    /// <summary>A recording to read instead of this machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet)]
    [ValidateNotNullOrEmpty]
    public string? Recording { get; set; }

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>The time from sample to sample, a TimeSpan or seconds; 0 gives samples only when something changes.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Ends after so many rounds; a round is a sample of each battery.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = int.MaxValue;

    /// <summary>Ends after this time, a TimeSpan or seconds.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Leaves out samples whose values are those of the battery's last one.</summary>
    [Parameter]
    public SwitchParameter ChangedOnly { get; set; }

    /// <summary>Ends when a battery is in this state, or in one of these; that sample is the last.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public BatteryState[] Until { get; set; } = [];

    /// <summary>Ends when a battery is below this percentage; that sample is the last.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Below { get; set; }

    /// <summary>Ends when a battery is above this percentage; that sample is the last.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Above { get; set; }

    // Manager and InputObject are in every set, so that a default value for SysfsRoot or Recording does not keep them out of the pipeline.

    /// <summary>An open manager of Get-BatteryManager. What it reads comes before what the other parameters name.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>A battery that was read before; it is watched where it came from.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            if (MachineOf(InputObject) is { } machine)
            {
                Take(machine);
                _names.Add(WildcardPattern.Escape(InputObject.Name));
                Scope |= InputObject.Scope == BatteryScope.Peripheral ? ScopeFilter.Peripheral : ScopeFilter.System;
            }

            return;
        }

        Take(Manager?.Machine ?? (ParameterSetName == RecordingSet ? AtRecording(Recording!) : AtSysfsRoot(SysfsRoot)));
        _shared = Manager?.Opened;
        _names.AddRange(Name ?? []);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_machine is not { } machine)
        {
            // Nothing came through the pipeline, so nothing is to be watched.
            return;
        }

        _manager = _shared ?? Run(machine, () => OpenManager.Open(machine, (BatteryScopes)Scope));
        var names = _names.Count == 0 ? null : new BatteryNames(_names);
        var schedule = new WatchSchedule(Interval, Timeout);
        var samples = new SampleFilter(ChangedOnly);

        // From here on the system keeps what changes, so that nothing between the first sample and the first wait is missed.
        Run(machine, () => _manager.Wait(TimeSpan.Zero));
        bool isFirst = true;
        for (int rounds = 0; !_isStopping; isFirst = false)
        {
            List<BatteryInfo> all = Run(machine, _manager.ReadAll).FindAll(battery => Scope.Includes(battery.Scope));
            List<BatteryInfo> batteries = names?.Choose(all) ?? all;
            if (isFirst)
            {
                ReportAbsent(names, batteries, all, machine);
            }

            List<BatteryInfo> awaited = batteries.FindAll(IsAwaited);
            List<BatteryInfo> passing = samples.Passing(batteries);
            ReportRemoved(samples.Removed, batteries, machine);
            WriteSamples(passing.Except(awaited));
            WriteSamples(awaited);
            rounds += ChangedOnly && passing.Count + awaited.Count == 0 ? 0 : 1;
            if (awaited.Count > 0 || rounds >= Count)
            {
                return;
            }

            if (!WaitForTurn(schedule, machine))
            {
                WriteVerbose($"The time of {Timeout} is up.");
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        _isStopping = true;
        _manager?.Wake();
    }

    /// <summary>Closes what the command opened; PowerShell calls it however the pipeline ends.</summary>
    public void Dispose()
    {
        if (_shared is null)
        {
            _manager?.Dispose();
        }
    }

    private bool IsAwaited(BatteryInfo battery) =>
        Until.Contains(battery.State) || battery.Percentage < Below || battery.Percentage > Above;

    private void Take(Machine machine)
    {
        if (_machine is { } other && (other != machine || Manager?.Opened != _shared))
        {
            string message = $"One watch is of one machine; the pipeline has '{other.Source}' and '{machine.Source}'.";
            ThrowTerminatingError(WithAction(new(new PSArgumentException(message), "SeveralMachines", ErrorCategory.InvalidArgument, machine.Path), message, "Start a watch for each, for example with ForEach-Object -Parallel."));
        }

        _machine = machine;
    }

    private void WriteSamples(IEnumerable<BatteryInfo> samples)
    {
        foreach (BatteryInfo sample in samples)
        {
            WriteObject(ViewNames.WithView(sample, ViewNames.Sample));
        }
    }

    // The watch goes on all the same: a battery may be added.
    private void ReportAbsent(BatteryNames? names, List<BatteryInfo> batteries, List<BatteryInfo> all, Machine machine)
    {
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, machine);
        }

        foreach (string missing in names?.Missing(batteries) ?? [])
        {
            ReportMissing(missing, Scope, all);
        }
    }

    private void ReportRemoved(IReadOnlyList<string> removed, List<BatteryInfo> batteries, Machine machine)
    {
        foreach (string name in removed)
        {
            string message = $"{DateTime.Now:HH:mm:ss} The battery '{name}' was removed.";
            WriteInformation(new HostInformationMessage { Message = message }, ["PSHOST", "BatteryRemoved"]);
            WriteVerbose(message);
        }

        if (removed.Count > 0 && batteries.Count == 0 && !machine.Exists)
        {
            string message = $"'{machine.Path}' does not exist any more; the watch goes on.";
            WriteError(WithAction(new(new ItemNotFoundException(message), "SourceRemoved", ErrorCategory.ObjectNotFound, machine.Path), message, "Stop the watch, or restore the folder."));
        }
    }

    // Until the next sample is due or something changed; false when the time is up.
    private bool WaitForTurn(WatchSchedule schedule, Machine machine)
    {
        while (!_isStopping)
        {
            if (schedule.IsUp)
            {
                return false;
            }

            if (Run(machine, () => _manager!.Wait(schedule.TimeToNext)) || schedule.TakeTurn())
            {
                return true;
            }
        }

        return true;
    }
}
