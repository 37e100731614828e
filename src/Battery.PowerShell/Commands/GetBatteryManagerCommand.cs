using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Opens a manager, which reads a machine's batteries, and reports on it.</summary>
/// <remarks>
/// <para>
/// Gets an open manager: which library reads, from where, whether the system notifies of changes, whether external power is online, by
/// which adapters, and how many batteries there are.
/// </para>
/// <para>
/// Adapters has the machine's adapters and the ports for them: name, type, whether each is online, its voltage and current, and the most
/// power that it can supply. A battery that discharges on external power supplies what the adapter does not.
/// </para>
/// <para>
/// Many readings through one manager (Get-Battery -Manager) save opening it each time. Dispose closes it; a manager that is not
/// disposed is closed by the garbage collector.
/// </para>
/// <para>
/// The event Changed is for Register-ObjectEvent: it is raised when a battery or external power changes. A thread waits for that while
/// somebody is registered. Unregister-Event or Dispose ends it.
/// </para>
/// </remarks>
/// <input cref="FileInfo">Recordings, by their properties PSPath or FullName.</input>
/// <output cref="BatteryManager">The open manager. ExternalPower, AdapterPower, Adapters and BatteryCount are read whenever the property is read.</output>
/// <note>
/// HasEvents is False in a rootless container, which does not receive the kernel's events, and for a folder that is not the running
/// kernel's.
/// </note>
/// <example>
/// <para>The library and the machine</para>
/// <code>Get-BatteryManager</code>
/// <para>Backend, number of batteries, external power, events, version and runtime identifier of the library.</para>
/// </example>
/// <example>
/// <para>Is the machine plugged in?</para>
/// <code>(Get-BatteryManager).ExternalPower -eq 'Online'</code>
/// <para>External power is Online, Offline, or Unknown if no adapter reports it.</para>
/// </example>
/// <example>
/// <para>How much can the adapter supply?</para>
/// <code>(Get-BatteryManager).Adapters | Where-Object IsOnline</code>
/// <para>The adapters in use. MaximumPower is null where the system does not report it.</para>
/// </example>
/// <example>
/// <para>Many readings through one manager</para>
/// <code>$manager = Get-BatteryManager; 1..3 | ForEach-Object { $manager | Get-Battery }; $manager.Dispose()</code>
/// <para>Opens once, reads three times.</para>
/// </example>
/// <example>
/// <para>Which library is loaded</para>
/// <code>(Get-BatteryManager).LibraryPath</code>
/// <para>The native library is loaded from the module's own folder and from nowhere else.</para>
/// </example>
/// <example>
/// <para>Run a script at each change, and continue meanwhile</para>
/// <code>
/// $manager = Get-BatteryManager;
/// $job = Register-ObjectEvent $manager Changed -SourceIdentifier Battery -Action { Get-Battery -Manager $Sender -Total | Out-Host };
/// Unregister-Event Battery
/// </code>
/// <para>
/// The action runs when the session is idle. Watch-Battery and Wait-Battery wait for changes in the foreground instead.
/// </para>
/// </example>
/// <example>
/// <para>The host, from inside a container</para>
/// <code>Get-BatteryManager -SysfsRoot /host/sys</code>
/// <para>HasEvents is whether the container receives notifications of the host's changes.</para>
/// </example>
/// <example>
/// <para>One manager for each recording</para>
/// <code>Get-BatteryManager -Recording *.txt | Select-Object Recording, ExternalPower, BatteryCount</code>
/// <para>Wildcards are expanded; files may also be piped.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="WatchBatteryCommand"/>
[Cmdlet(VerbsCommon.Get, "BatteryManager", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryManager))]
public sealed class GetBatteryManagerCommand : BatteryCommand
{
    /// <inheritdoc cref="BatteryListCommand.Recording"/>
    [Parameter(Mandatory = true, ParameterSetName = RecordingSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Recording { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == SysfsRootSet)
        {
            DataSource source = LiveSource;
            WriteObject(Run(source, () => RunStoppable(() => new BatteryManager(source))));
            return;
        }

        foreach (string path in Recording.SelectMany(path => TryRun(default, () => ExpandRecording(path)) ?? []))
        {
            var recording = new DataSource(null, path);
            if (TryRun(recording, () => RunStoppable(() => new BatteryManager(recording))) is { } manager)
            {
                WriteObject(manager);
            }
        }
    }
}
