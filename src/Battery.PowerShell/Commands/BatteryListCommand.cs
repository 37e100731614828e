using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets that write something about each battery of one or several sources.</summary>
public abstract class BatteryListCommand : BatterySelectionCommand
{
    /// <summary>
    /// Recordings to read instead of this machine: files of Save-BatteryRecording, copies of a power_supply folder, or the output of
    /// ioreg on a Mac. A path that exists is literal; otherwise wildcards in it are expanded. Files on the pipeline, as Get-ChildItem
    /// writes them, are recordings too. Not together with -SysfsRoot.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [AllowNull]
    [ValidateRecording]
    public string[]? Recording { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            ReadAgain(InputObject);
        }
        else if (Manager is not null)
        {
            Write(Manager.Source, TryRun(Manager.Source, () => Read(Manager, Scope)));
        }
        else if (ParameterSetName == RecordingSet)
        {
            foreach (string path in RequiredRecording().SelectMany(path => TryRun(default, () => ExpandRecording(path)) ?? []))
            {
                var recording = new DataSource(null, path);
                Write(recording, TryRun(recording, () => Read(recording, Scope)));
            }
        }
        else
        {
            DataSource source = LiveSource;
            Write(source, Run(source, () => Read(source, Scope)));
        }
    }

    /// <summary>Writes what the command is about.</summary>
    /// <param name="batteries">The selected batteries of a source.</param>
    /// <param name="all">All batteries that were read there.</param>
    private protected abstract void Write(List<BatteryInfo> batteries, List<BatteryInfo> all);

    /// <summary>Reads all batteries of a manager.</summary>
    private protected virtual List<BatteryInfo> ReadAll(ManagerHandle manager) => manager.ReadAll();

    private string[] RequiredRecording()
    {
        if (Recording is null)
        {
            const string Message = "-Recording is null.";
            ErrorRecord error = new(new PSArgumentNullException(nameof(Recording), Message), "RecordingIsNull", ErrorCategory.InvalidArgument, null);
            ThrowTerminatingError(WithAction(error, Message, "Give the path of a recording, or leave out -Recording to read this machine."));
        }

        return Recording!;
    }

    // Only what is requested: the kernel asks a peripheral by radio whenever its battery is read, which can take seconds.
    private List<BatteryInfo> Read(DataSource source, BatteryScopes scopes) => RunStoppable(() =>
    {
        using var manager = ManagerHandle.Open(source, scopes);
        return ReadAll(manager);
    });

    private List<BatteryInfo> Read(BatteryManager manager, BatteryScopes scopes) => RunStoppable(() => ReadAll(manager.HandleOf(scopes)));

    private void Write(DataSource source, List<BatteryInfo>? all)
    {
        if (all is null)
        {
            return;
        }

        List<BatteryInfo> batteries = all.FindAll(battery => Scope.Includes(battery.Scope));
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, source);
        }

        if (Name is not null)
        {
            var names = new BatteryNames(Name);
            string[] unmatched = [.. names.Unmatched(batteries)];
            bool isNameMissing = unmatched.Any(static name => !WildcardPattern.ContainsWildcardCharacters(name));
            List<BatteryInfo> known = isNameMissing ? TryRun(source, () => Read(source, BatteryScopes.All)) ?? all : all;
            foreach (string name in unmatched)
            {
                ReportUnmatched(name, Scope, known);
            }

            batteries = names.Select(batteries);
        }

        Write(batteries, all);
    }

    private void ReadAgain(BatteryInfo earlier)
    {
        if (SourceOf(earlier) is not { } source || TryRun(source, () => Read(source, ScopesOf(earlier))) is not { } all)
        {
            return;
        }

        BatteryInfo? now = all.Find(battery => battery.Name == earlier.Name && battery.Scope == earlier.Scope);
        if (now is not null && IsSame(earlier, now))
        {
            Write([now], [now]);
        }
        else
        {
            ReportGone(earlier, now);
        }
    }
}
