using System.Management.Automation;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Library;
using Battery.PowerShell.Watching;

namespace Battery.PowerShell.Commands;

/// <content>The watch itself.</content>
public sealed partial class WatchBatteryCommand : IDisposable
{
    private readonly List<string> _names = [];
    private DataSource? _source;
    private ManagerHandle? _manager;
    private ManagerHandle? _shared;
    private volatile bool _isStopping;

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
        _shared = Manager?.Handle;
        _names.AddRange(Name ?? []);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_source is not { } source)
        {
            // The pipeline was empty, so there is nothing to watch.
            return;
        }

        _manager = _shared ?? Run(source, () => RunStoppable(() => ManagerHandle.Open(source, Scope)));
        var names = _names.Count == 0 ? null : new BatteryNames(_names);
        var schedule = new WatchSchedule(Interval, Timeout);
        var samples = new SampleFilter(ChangedOnly);

        // This wait starts the notifications, so that no change between the first sample and the first wait is missed.
        Run(source, () => _manager.Wait(TimeSpan.Zero));
        bool isFirst = true;
        for (int rounds = 0; !_isStopping; isFirst = false)
        {
            List<BatteryInfo> all = Run(source, _manager.ReadAll).FindAll(battery => Scope.Includes(battery.Scope));
            List<BatteryInfo> batteries = names?.Select(all) ?? all;
            if (isFirst)
            {
                ReportAbsent(names, batteries, all, source);
            }

            List<BatteryInfo> awaited = batteries.FindAll(IsAwaited);
            List<BatteryInfo> changed = samples.FilterUnchanged(batteries);
            ReportRemoved(samples.Removed, batteries, source);
            WriteSamples(changed.Except(awaited));
            WriteSamples(awaited);
            rounds += ChangedOnly && changed.Count + awaited.Count == 0 ? 0 : 1;
            if (awaited.Count > 0 || rounds >= Count)
            {
                return;
            }

            if (!WaitForNext(schedule, source))
            {
                WriteVerbose($"The watch ended after {Timeout}.");
                return;
            }
        }
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
        if (_shared is null)
        {
            _manager?.Dispose();
        }
    }

    private bool IsAwaited(BatteryInfo battery) =>
        Until.Any(word => IsNamed(word, battery.State) || IsNamed(word, battery.PowerFlow)) || battery.Percentage < Below || battery.Percentage > Above;

    private static bool IsNamed<T>(string word, T value)
        where T : struct, Enum => string.Equals(word, value.ToString(), StringComparison.OrdinalIgnoreCase);

    private void SetSource(DataSource source)
    {
        if (_source is { } other && (other != source || Manager?.Handle != _shared))
        {
            string message = $"A watch reads one source; the pipeline has '{other.Name}' and '{source.Name}'.";
            ErrorRecord error = new(new PSArgumentException(message), "SeveralMachines", ErrorCategory.InvalidArgument, source.Path);
            ThrowTerminatingError(WithAction(error, message, "Start a watch for each, for example with ForEach-Object -Parallel."));
        }

        _source = source;
    }

    private void WriteSamples(IEnumerable<BatteryInfo> samples)
    {
        foreach (BatteryInfo sample in samples)
        {
            WriteObject(ViewNames.WithView(sample, ViewNames.Sample));
        }
    }

    // The watch continues, because a battery may be added.
    private void ReportAbsent(BatteryNames? names, List<BatteryInfo> batteries, List<BatteryInfo> all, DataSource source)
    {
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, source);
        }

        foreach (string name in names?.Unmatched(batteries) ?? [])
        {
            ReportUnmatched(name, Scope, all);
        }
    }

    private void ReportRemoved(IReadOnlyList<string> removed, List<BatteryInfo> batteries, DataSource source)
    {
        foreach (string name in removed)
        {
            string message = $"{DateTime.Now:HH:mm:ss} The battery '{name}' was removed.";
            WriteInformation(new HostInformationMessage { Message = message }, ["PSHOST", "BatteryRemoved"]);
            WriteVerbose(message);
        }

        if (removed.Count > 0 && batteries.Count == 0 && !source.Exists)
        {
            string message = $"'{source.Path}' was removed; the watch continues.";
            ErrorRecord error = new(new ItemNotFoundException(message), "SourceRemoved", ErrorCategory.ObjectNotFound, source.Path);
            WriteError(WithAction(error, message, "Stop the watch, or restore the folder."));
        }
    }

    // Waits until the next sample is due or something changed. False when the watch's time has expired.
    private bool WaitForNext(WatchSchedule schedule, DataSource source)
    {
        while (!_isStopping)
        {
            if (schedule.IsExpired)
            {
                return false;
            }

            if (Run(source, () => _manager!.Wait(schedule.TimeToNext)) || schedule.TryAdvance())
            {
                return true;
            }
        }

        return true;
    }
}
