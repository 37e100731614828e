using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Opens a <see cref="BatteryManager"/>: one way to the batteries for many readings, and what it says of the library and the machine.</summary>
[Cmdlet(VerbsCommon.Get, "BatteryManager")]
[OutputType(typeof(BatteryManager))]
public sealed class GetBatteryManagerCommand : BatteryCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Run(() => new BatteryManager(Machine)));
}
