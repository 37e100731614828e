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

    private void Write(DataSource source, List<BatteryInfo>? all)
    {
        if (all is not null)
        {
            Write(Select(source, all), all);
        }
    }

    private void ReadAgain(BatteryInfo earlier)
    {
        if (SourceOf(earlier) is { } source && TryRun(source, () => Read(source, ScopesOf(earlier))) is { } all && FindAgain(earlier, all) is { } now)
        {
            Write([now], [now]);
        }
    }
}
