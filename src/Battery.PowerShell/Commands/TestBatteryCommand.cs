using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Tests whether the batteries meet conditions: true or false.</summary>
/// <remarks>
/// <para>
/// Gives one answer for the selected batteries: true if each of them meets every condition that is given, and false otherwise. An
/// unknown value meets no condition, so the answer is never true for something that is unknown; -Verbose reports what is unknown.
/// </para>
/// <para>
/// -OnBattery is of the machine: whether external power is connected. The other conditions are of each selected battery. If there
/// is none, they are not met. Without any condition the answer is whether there is such a battery.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries. The answer is for all together.</input>
/// <input cref="BatteryManager">An open manager.</input>
/// <input cref="BatteryInfo">Batteries that were read before. They are read again.</input>
/// <output cref="bool">One answer for all selected batteries.</output>
/// <note>
/// False is not the opposite of a condition: for a percentage that is unknown both -Below 20 and -Above 20 give false.
/// </note>
/// <note>
/// With a condition, a name that no battery has is an error, and the answer is false. Several batteries on the pipeline must have
/// come from one place. See about_Battery for the values.
/// </note>
/// <example>
/// <para>Do not start a job on battery</para>
/// <code>if (Test-Battery -OnBattery) { 'The backup waits for the charger.' }</code>
/// <para>On a desktop, and where external power is unknown, the answer is false.</para>
/// </example>
/// <example>
/// <para>On battery, and low</para>
/// <code>Test-Battery -OnBattery -Below 30</code>
/// <para>Both conditions have to be met, the second one by each battery.</para>
/// </example>
/// <example>
/// <para>Is it plugged in, and does it lose energy all the same?</para>
/// <code>Test-Battery BAT0 -PowerFlow DischargingOnExternalPower</code>
/// <para>A power flow is more specific than a state.</para>
/// </example>
/// <example>
/// <para>Is the machine plugged in?</para>
/// <code>Test-Battery -OnBattery:$false</code>
/// <para>True if external power is connected, and false if it is not, or if that is unknown.</para>
/// </example>
/// <example>
/// <para>Why is it false?</para>
/// <code>Test-Battery -MinimumHealth 80 -Verbose</code>
/// <para>Reports each value that is unknown.</para>
/// </example>
/// <example>
/// <para>Is there a battery?</para>
/// <code>Test-Battery BAT1</code>
/// <para>Without a condition, no name is an error.</para>
/// </example>
/// <seealso cref="WaitBatteryCommand"/>
/// <seealso cref="GetBatteryHealthCommand"/>
/// <seealso cref="GetBatteryCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(bool))]
public sealed class TestBatteryCommand : BatteryConditionCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(Source is { } source && Ask(source, OpenManager(source), isFirst: true).IsMet);
}
