using System.Management.Automation;
using Battery.History.Statistics;

namespace Battery.PowerShell.History;

/// <summary>Measures histories: sessions, charges, sleep, capacity.</summary>
/// <remarks>
/// <para>
/// Gets one object for each battery: the sessions on battery (start, end, energy, mean power, percent an hour), the charges, what
/// sleep on battery used, the trend of the full capacity, cycles, time at 100 % and above 40 degrees Celsius if it is recorded.
/// </para>
/// <para>
/// The trend is the median of the slopes between all pairs of capacities (Theil-Sen) in percent of the designed capacity a year, with
/// a 95 % interval that takes into account that the capacities of a gauge vary for weeks. It needs three capacities over four weeks.
/// IsSignificant is whether the interval excludes 0.
/// </para>
/// </remarks>
/// <input cref="Battery.History.Model.HistoryPoint">Points of Get-BatteryHistory.</input>
/// <input cref="BatteryInfo">Samples of Watch-Battery.</input>
/// <output cref="BatteryStatistics">One for each battery of each machine.</output>
/// <note>
/// A session ends when the battery no longer discharges, when the recorder was started again, at a gap of more than 24 hours, and at
/// a gap in which the battery was charged.
/// </note>
/// <note>
/// Sleep is what Windows and macOS record; for UPower and CSV it is a gap of more than 10 minutes on battery in which charge was lost.
/// </note>
/// <example>
/// <para>This machine</para>
/// <code>Get-BatteryHistory | Measure-BatteryHistory</code>
/// <para>A line for each battery.</para>
/// </example>
/// <example>
/// <para>The sessions</para>
/// <code>(Get-BatteryHistory | Measure-BatteryHistory).Sessions</code>
/// <para>Each time on battery with its energy and power.</para>
/// </example>
/// <example>
/// <para>The drain asleep</para>
/// <code>(Get-BatteryHistory -Source report.xml | Measure-BatteryHistory).LongSleepDrain</code>
/// <para>Percent an hour and watts in sleeps of half an hour or more.</para>
/// </example>
/// <example>
/// <para>Does the capacity fall?</para>
/// <code>(Get-BatteryHistory -Source report.xml | Measure-BatteryHistory).CapacityTrend | Format-List</code>
/// <para>The slope, its interval, and whether it is significant.</para>
/// </example>
/// <example>
/// <para>Samples of this minute</para>
/// <code>Watch-Battery -Count 2 -Interval 1 | Measure-BatteryHistory</code>
/// <para>Samples are points, too.</para>
/// </example>
/// <seealso cref="GetBatteryHistoryCommand"/>
/// <seealso cref="ExportBatteryReportCommand"/>
[Cmdlet(VerbsDiagnostic.Measure, "BatteryHistory")]
[OutputType("Battery.History.Statistics.BatteryStatistics")]
public sealed class MeasureBatteryHistoryCommand : PSCmdlet
{
    private HistoryStatistics? _statistics;

    /// <summary>
    /// Points of Get-BatteryHistory, in any order and of any number of batteries. Objects of Watch-Battery, Import-Csv or another
    /// session with the same properties are accepted as well.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, Position = 0)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _statistics ??= new();
        HistoryCollector.Add(InputObject, _statistics.Add, this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (BatteryStatistics statistics in _statistics?.Measure() ?? [])
        {
            WriteObject(statistics);
        }
    }
}
