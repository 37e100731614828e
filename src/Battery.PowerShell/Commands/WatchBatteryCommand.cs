using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;
using Battery.PowerShell.Watching;

namespace Battery.PowerShell.Commands;

/// <summary>Gets samples of the batteries: at once, at each interval, and whenever the system announces a change.</summary>
[Cmdlet(VerbsCommon.Watch, "Battery")]
[OutputType(typeof(BatteryInfo))]
public sealed class WatchBatteryCommand : BatteryCommand, IDisposable
{
    private readonly List<string> _names = [];
    private OpenManager? _manager;
    private volatile bool _isStopping;

    /// <summary>Names of batteries, as BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [WildcardPatterns]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The machine's own batteries (the default), those of peripherals, or all.</summary>
    [Parameter]
    public ScopeFilter Scope { get; set; } = ScopeFilter.System;

    /// <summary>The time from sample to sample, a TimeSpan or seconds; 0 is only when something changes.</summary>
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

    /// <inheritdoc/>
    protected override void ProcessRecord() => _names.AddRange(Name ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && _names.Count == 0)
        {
            // Nothing came through the pipeline, so nothing is to be watched.
            return;
        }

        _manager = Run(() => OpenManager.Open(Machine, (BatteryScopes)Scope));
        var names = _names.Count == 0 ? null : new BatteryNames(_names);
        var schedule = new WatchSchedule(Interval, Timeout);
        var samples = new SampleFilter(ChangedOnly);

        // From here on the system keeps what changes, so that nothing between the first sample and the first wait is missed.
        Run(() => _manager.Wait(TimeSpan.Zero));
        bool isFirst = true;
        for (int rounds = 0; !_isStopping; isFirst = false)
        {
            List<BatteryInfo> all = Run(_manager.ReadAll);
            List<BatteryInfo> batteries = names?.Choose(all) ?? all;
            if (isFirst)
            {
                ReportAbsent(names, batteries, all);
            }

            List<BatteryInfo> awaited = batteries.FindAll(IsAwaited);
            List<BatteryInfo> passing = samples.Passing(batteries);
            WriteEach(passing.Except(awaited));
            WriteEach(awaited);
            rounds += ChangedOnly && passing.Count + awaited.Count == 0 ? 0 : 1;
            if (awaited.Count > 0 || rounds >= Count)
            {
                return;
            }

            if (!WaitForTurn(schedule))
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
    public void Dispose() => _manager?.Dispose();

    private bool IsAwaited(BatteryInfo battery) =>
        Until.Contains(battery.State) || battery.Percentage < Below || battery.Percentage > Above;

    // The watch goes on all the same: a battery may come.
    private void ReportAbsent(BatteryNames? names, List<BatteryInfo> batteries, List<BatteryInfo> all)
    {
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope);
        }

        foreach (string missing in names?.Missing(batteries) ?? [])
        {
            ReportMissing(missing, Scope, all, all);
        }
    }

    // Until the next sample is due or something changed; false when the time is up.
    private bool WaitForTurn(WatchSchedule schedule)
    {
        while (!_isStopping)
        {
            if (schedule.IsUp)
            {
                return false;
            }

            if (Run(() => _manager!.Wait(schedule.TimeToNext)) || schedule.TakeTurn())
            {
                return true;
            }
        }

        return true;
    }
}
