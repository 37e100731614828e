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
    private OpenManager? _manager;
    private volatile bool _isStopping;

    /// <summary>Names of batteries, as BAT0; wildcards are allowed. Without it: all.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
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

    /// <summary>Ends when a battery is in this state; that sample is the last.</summary>
    [Parameter]
    public BatteryState? Until { get; set; }

    /// <summary>Ends when a battery is below this percentage; that sample is the last.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Below { get; set; }

    /// <summary>Ends when a battery is above this percentage; that sample is the last.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Above { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _manager = Run(() => OpenManager.Open(Machine, (BatteryScopes)Scope));
        var names = Name is null ? null : new BatteryNames(Name);
        var schedule = new WatchSchedule(Interval, Timeout);
        var samples = new SampleFilter(ChangedOnly);

        // From here on the system keeps what changes, so that nothing between the first sample and the first wait is missed.
        Run(() => _manager.Wait(TimeSpan.Zero));
        for (int round = 0; !_isStopping;)
        {
            List<BatteryInfo> batteries = Run(_manager.ReadAll);
            batteries = names?.Choose(batteries) ?? batteries;
            bool isLast = batteries.Exists(IsAwaited);
            List<BatteryInfo> emitted = batteries.FindAll(battery => samples.Passes(battery) || IsAwaited(battery));
            WriteObject(emitted, enumerateCollection: true);
            round += emitted.Count > 0 ? 1 : 0;
            if (isLast || round >= Count)
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
        battery.State == Until || battery.Percentage < Below || battery.Percentage > Above;

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
