using System.Management.Automation;
using Battery.History.Health;
using Battery.PowerShell.Conditions;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Gets a verdict on the health of each battery: Good, Worn, Faulty or Unknown, with the reasons.</summary>
/// <remarks>
/// <para>
/// Worn is a battery whose state of health is below -MinimumHealth, or whose number of charge cycles is above -MaximumCycleCount.
/// Faulty is one whose Condition is Dead, UnspecifiedFailure, BlownFuse or CellImbalance; Dead is also a pack whose voltage is far below
/// that of its design. Unknown is one whose state of health is not known, if nothing else shows that it is worn or faulty. Good is any
/// other.
/// </para>
/// <para>
/// The state of health is StateOfHealth, the full capacity over the designed one; where that is unknown, the one that the gauge
/// reports (ReportedStateOfHealth). A number of cycles alone does not make a battery good. Other conditions, for example Overheat or
/// CalibrationRequired, pass: they are named as a reason and do not change the verdict.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries.</input>
/// <input cref="BatteryManager">Open managers.</input>
/// <input cref="BatteryInfo">Batteries that were read before. They are read again.</input>
/// <input cref="FileInfo">Recordings, by their properties PSPath or FullName.</input>
/// <output cref="BatteryHealth">One for each battery.</output>
/// <note>
/// The verdicts of Export-BatteryReport are made by the same rule, with the default limits. See about_Battery for the values.
/// </note>
/// <note>
/// A value that is reported and implausible is unknown, and is named as a reason.
/// </note>
/// <example>
/// <para>Is it worn?</para>
/// <code>Get-BatteryHealth</code>
/// <para>The table shows the verdict, the health, the cycles and the reasons.</para>
/// </example>
/// <example>
/// <para>Batteries to replace</para>
/// <code>Get-BatteryHealth | Where-Object Verdict -in 'Worn', 'Faulty'</code>
/// <para>Unknown is neither, so no test for $null is needed.</para>
/// </example>
/// <example>
/// <para>Other limits</para>
/// <code>Get-BatteryHealth -MinimumHealth 70 -MaximumCycleCount 500</code>
/// <para>What a manufacturer guarantees differs.</para>
/// </example>
/// <example>
/// <para>Many recordings</para>
/// <code>Get-ChildItem *.txt | Get-BatteryHealth | Group-Object Verdict -NoElement</code>
/// <para>How many batteries are good, worn, faulty and unknown.</para>
/// </example>
/// <example>
/// <para>As CSV</para>
/// <code>Get-BatteryHealth | Export-Csv health.csv</code>
/// <para>The reasons are one text.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="TestBatteryCommand"/>
[Cmdlet(VerbsCommon.Get, "BatteryHealth", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryHealth))]
public sealed class GetBatteryHealthCommand : BatteryListCommand
{
    private readonly Dictionary<BatteryInfo, IReadOnlyList<string>> _implausible = [];

    /// <summary>The state of health below which a battery is worn, 0 to 100 %.</summary>
    /// <default>80</default>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double MinimumHealth { get; set; } = HealthAssessment.DefaultMinimumHealth;

    /// <summary>The number of charge cycles above which a battery is worn.</summary>
    /// <default>1000</default>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int MaximumCycleCount { get; set; } = HealthAssessment.DefaultMaximumCycleCount;

    /// <inheritdoc/>
    private protected override List<BatteryInfo> ReadAll(ManagerHandle manager) => manager.ReadAll((handle, battery) =>
    {
        _implausible[battery] = HealthReader.Implausible(handle);
        return battery;
    });

    /// <inheritdoc/>
    private protected override void Write(List<BatteryInfo> batteries, List<BatteryInfo> all)
    {
        foreach (BatteryInfo battery in batteries)
        {
            HealthValues values = HealthReader.Of(battery, _implausible[battery]);
            WriteObject(new BatteryHealth(battery, values, HealthAssessment.Of(values, MinimumHealth, MaximumCycleCount)));
        }

        _implausible.Clear();
    }
}
