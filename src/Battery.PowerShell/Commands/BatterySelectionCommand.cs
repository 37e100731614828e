using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets that read some of the batteries of a source.</summary>
public abstract class BatterySelectionCommand : BatteryCommand
{
    /// <summary>
    /// Names of batteries, for example BAT0. A name without wildcards that no battery has is an error; a pattern that matches none
    /// is not. Without it: all.
    /// </summary>
    /// <default>All batteries</default>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [BatteryName]
    [ValidateNotNullOrEmpty]
    [ValidateWildcardPattern]
    [ArgumentCompleter(typeof(BatteryNameCompleter))]
    public string[]? Name { get; set; }

    /// <summary>
    /// Which batteries: System, the machine's own and its UPSes (the default); Peripheral, those of mice, headsets, pens and
    /// controllers; All.
    /// </summary>
    /// <default>System</default>
    [Parameter]
    public BatteryScopes Scope { get; set; } = BatteryScopes.System;

    // Manager and InputObject are in every set, so that a default value for SysfsRoot or Recording does not keep them out of the pipeline.

    /// <summary>
    /// An open manager of Get-BatteryManager, which reads the batteries of its own source, whatever other parameters name. It stays
    /// open.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>
    /// A battery that was read before. It is read where it came from (Source). A battery that came from another machine is an error.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <summary>Reads all batteries of a manager.</summary>
    private protected virtual List<BatteryInfo> ReadAll(ManagerHandle manager) => manager.ReadAll();

    /// <summary>Reads all batteries of a source, of the scopes that are requested: the kernel asks a peripheral by radio, which can take seconds.</summary>
    private protected List<BatteryInfo> Read(DataSource source, BatteryScopes scopes) => RunStoppable(() =>
    {
        using var manager = ManagerHandle.Open(source, scopes);
        return ReadAll(manager);
    });

    /// <summary>Reads the batteries of a scope through an open manager.</summary>
    private protected List<BatteryInfo> Read(BatteryManager manager, BatteryScopes scopes) => RunStoppable(() => ReadAll(manager.HandleOf(scopes)));

    /// <summary>The batteries that -Scope and -Name select. A name that no battery has is reported.</summary>
    /// <param name="source">The source.</param>
    /// <param name="all">All batteries that were read there.</param>
    private protected List<BatteryInfo> Select(DataSource source, List<BatteryInfo> all)
    {
        List<BatteryInfo> batteries = all.FindAll(battery => Scope.Includes(battery.Scope));
        if (batteries.Count == 0)
        {
            WriteNoBattery(Scope, source);
        }

        if (Name is null)
        {
            return batteries;
        }

        var names = new BatteryNames(Name);
        string[] unmatched = [.. names.Unmatched(batteries)];
        bool isNameMissing = unmatched.Any(static name => !WildcardPattern.ContainsWildcardCharacters(name));
        List<BatteryInfo> known = isNameMissing ? TryRun(source, () => Read(source, BatteryScopes.All)) ?? all : all;
        foreach (string name in unmatched)
        {
            ReportUnmatched(name, Scope, known);
        }

        return names.Select(batteries);
    }

    /// <summary>Finds a battery that was read before. One that was removed or exchanged is reported.</summary>
    /// <param name="earlier">The battery.</param>
    /// <param name="all">The batteries that are there now.</param>
    private protected BatteryInfo? FindAgain(BatteryInfo earlier, List<BatteryInfo> all)
    {
        BatteryInfo? now = all.Find(battery => battery.Name == earlier.Name && battery.Scope == earlier.Scope);
        if (now is not null && IsSame(earlier, now))
        {
            return now;
        }

        ReportGone(earlier, now);
        return null;
    }
}
