using System.Management.Automation;

namespace Battery.PowerShell.Commands;

/// <summary>Gets samples of the batteries at intervals and on changes, or waits for a state.</summary>
/// <remarks>
/// <para>
/// Writes a sample of each battery at once, then at each interval, and as soon as the system notifies of a change: a charger
/// connected, a battery added or removed, another state. In between it uses no processor time. The table of samples begins with the
/// local time of each.
/// </para>
/// <para>
/// It continues until Ctrl+C, or until a condition is met: a number of rounds (-Count), a time (-Timeout), a state (-Until), a
/// percentage (-Below, -Above). If several are given, the first that is met ends it. The sample that meets -Until, -Below or -Above
/// is always the last one.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries. The watch begins when all have been received.</input>
/// <input cref="BatteryManager">An open manager.</input>
/// <input cref="BatteryInfo">Batteries that were read before.</input>
/// <output cref="BatteryInfo">The samples, one by one.</output>
/// <note>
/// With several batteries one of them is enough for -Until, -Below and -Above; name the battery to wait for that one. If the system
/// has no notifications (Get-BatteryManager, HasEvents), the library polls every 5 seconds.
/// </note>
/// <note>
/// A battery that is removed is reported once, with the time, on the information stream under the tag BatteryRemoved, which the
/// terminal shows ('6> $null' hides it), and with -Verbose. If the folder or recording itself is removed, that is an error, and the
/// watch continues. The watch also continues after the error of a name that no battery has: the battery may be added later.
/// </note>
/// <note>
/// Several batteries on the pipeline must have come from one place. A manager is used by one watch at a time.
/// </note>
/// <example>
/// <para>Watch</para>
/// <code>Watch-Battery -Count 2 -Interval 1</code>
/// <para>Two rounds, a second apart. Without -Count it continues until Ctrl+C.</para>
/// </example>
/// <example>
/// <para>Only what changes</para>
/// <code>Watch-Battery -ChangedOnly -Interval 0 -Timeout 1</code>
/// <para>No interval: a sample when the system notifies of a change, and only if a value differs.</para>
/// </example>
/// <example>
/// <para>Wait until the battery is full</para>
/// <code>Watch-Battery BAT0 -Until Full -Timeout 1</code>
/// <para>The script continues when BAT0 is full, or, here, after a second.</para>
/// </example>
/// <example>
/// <para>Warn when it is low</para>
/// <code>
/// Watch-Battery -Below 20 -Timeout 1 |
/// ForEach-Object { if ($null -ne $_.Percentage -and $_.Percentage -lt 20) { "$($_.Name) is at $($_.Percentage) %" } }
/// </code>
/// <para>Waits without polling until a battery is below 20 %.</para>
/// </example>
/// <example>
/// <para>Log once a minute</para>
/// <code>
/// Watch-Battery -Interval 00:01:00 -Count 1 |
/// ForEach-Object { "$($_.Timestamp.ToString('o')),$($_.Name),$($_.Percentage)" }
/// </code>
/// <para>One line for each battery; without -Count, every minute.</para>
/// </example>
/// <example>
/// <para>React to a battery that is removed</para>
/// <code>
/// Watch-Battery -Timeout 1 6>&amp;1 |
/// Where-Object { $_ -is [System.Management.Automation.InformationRecord] -and $_.Tags -contains 'BatteryRemoved' }
/// </code>
/// <para>The information record has the tag BatteryRemoved.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="GetBatteryManagerCommand"/>
/// <seealso cref="WaitBatteryCommand"/>
[Cmdlet(VerbsCommon.Watch, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryInfo))]
public sealed partial class WatchBatteryCommand : SingleSourceCommand
{
    /// <summary>
    /// The time from one sample to the next: seconds, or a TimeSpan such as '00:05:00'. 0 gives samples only when something changes.
    /// </summary>
    /// <default>30 seconds</default>
    [Parameter]
    [DurationTransformation]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Ends after this number of rounds. A round is a sample of each battery that is present; with -ChangedOnly, of at least one.
    /// </summary>
    /// <default>No end</default>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = int.MaxValue;

    /// <summary>Ends after this time: seconds, or a TimeSpan. That is not an error.</summary>
    /// <default>No end</default>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// Leaves out samples whose values are all those of the battery's last sample. A battery that was removed and is added again is
    /// shown again.
    /// </summary>
    [Parameter]
    public SwitchParameter ChangedOnly { get; set; }

    /// <summary>
    /// Ends when the state or the power flow of a battery is this one, or one of these: for example Full, Held or
    /// DischargingOnExternalPower.
    /// </summary>
    [Parameter]
    [ValidateSet(
        nameof(PowerFlow.Charging),
        nameof(PowerFlow.Discharging),
        nameof(PowerFlow.DischargingOnExternalPower),
        nameof(BatteryState.Empty),
        nameof(PowerFlow.Full),
        nameof(PowerFlow.Held),
        nameof(PowerFlow.Idle),
        nameof(PowerFlow.Inhibited),
        nameof(BatteryState.NotCharging),
        nameof(PowerFlow.Unknown))]
    public string[] Until { get; set; } = [];

    /// <summary>Ends when a battery's percentage is below this one, 0 to 100.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Below { get; set; }

    /// <summary>Ends when a battery's percentage is above this one, 0 to 100.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? Above { get; set; }
}
