using System.Management.Automation;
using Battery.PowerShell.Conditions;
using Battery.PowerShell.Formatting;
using Battery.PowerShell.Library;
using Battery.PowerShell.Watching;

namespace Battery.PowerShell.Commands;

/// <content>The watch itself.</content>
public sealed partial class WatchBatteryCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Source is not { } source)
        {
            // The pipeline was empty, so there is nothing to watch.
            return;
        }

        ManagerHandle manager = OpenManager(source);
        BatteryNames? names = Names;

        // Each of them ends the watch.
        Condition[] conditions =
        [
            .. Until.Length > 0 ? [Condition.StateOrFlow(Until)] : Array.Empty<Condition>(),
            .. Condition.Percentage(Below, Above),
        ];
        var schedule = new WatchSchedule(Interval, Timeout);
        var samples = new SampleFilter(ChangedOnly);

        // This wait starts the notifications, so that no change between the first sample and the first wait is missed.
        Run(source, () => manager.Wait(TimeSpan.Zero));
        bool isFirst = true;
        for (int rounds = 0; !IsStopping; isFirst = false)
        {
            List<BatteryInfo> all = ReadScope(source, manager);
            List<BatteryInfo> batteries = names?.Select(all) ?? all;
            if (isFirst)
            {
                ReportAbsent(names, batteries, all, source);
            }

            List<BatteryInfo> awaited = batteries.FindAll(battery => conditions.Any(condition => condition.Test(battery) == true));
            List<BatteryInfo> changed = samples.FilterUnchanged(batteries);
            ReportRemoved(samples.Removed, batteries, source);
            WriteSamples(changed.Except(awaited));
            WriteSamples(awaited);
            rounds += ChangedOnly && changed.Count + awaited.Count == 0 ? 0 : 1;
            if (awaited.Count > 0 || rounds >= Count)
            {
                return;
            }

            if (!WaitForNext(schedule, source, manager))
            {
                WriteVerbose($"The watch ended after {Timeout}.");
                return;
            }
        }
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
    private bool WaitForNext(WatchSchedule schedule, DataSource source, ManagerHandle manager)
    {
        while (!IsStopping)
        {
            if (schedule.IsExpired)
            {
                return false;
            }

            if (Run(source, () => manager.Wait(schedule.TimeToNext)) || schedule.TryAdvance())
            {
                return true;
            }
        }

        return true;
    }
}
