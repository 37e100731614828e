using System.Management.Automation;
using Battery.PowerShell.Completion;

namespace Battery.PowerShell.Commands;

/// <summary>The base of the cmdlets that read some of the batteries of a source.</summary>
public abstract class BatterySelectionCommand : BatteryCommand
{
    /// <summary>
    /// Names of batteries, for example BAT0. Wildcards are allowed. A name without wildcards that no battery has is an error; a
    /// pattern that matches none is not. Without it: all.
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
    /// An open manager of Get-BatteryManager, which reads the batteries. It stays open. It takes precedence over -SysfsRoot and
    /// -Recording.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryManager? Manager { get; set; }

    /// <summary>
    /// A battery that was read before. It is read where it came from (Source), which may be a recording. A battery that came from
    /// another machine is an error.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }
}
