using System.Management.Automation;
using Battery.PowerShell.Library;
using Battery.PowerShell.Watching;

namespace Battery.PowerShell.Commands;

/// <summary>Waits until the batteries meet conditions.</summary>
/// <remarks>
/// <para>
/// Waits until each selected battery meets every condition that is given, and returns at once if that is so already. The conditions
/// are those of Test-Battery: an unknown value meets none, -OnBattery is of the machine, and without any condition the command waits
/// until there is such a battery.
/// </para>
/// <para>
/// The command waits for the system's notifications of changes and reads again after each. In between it uses no processor time. A
/// change of the percentage is noticed when a whole percent is passed. Ctrl+C ends the wait.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries. The wait begins when all have been received.</input>
/// <input cref="BatteryManager">An open manager.</input>
/// <input cref="BatteryInfo">Batteries that were read before.</input>
/// <output cref="BatteryInfo">With -PassThru: the batteries that meet the conditions.</output>
/// <note>
/// If -Timeout expires first, that is an error that does not end the script, as for Wait-Process: -ErrorAction Stop makes it one
/// that does, and -ErrorVariable keeps it. There is no output then.
/// </note>
/// <note>
/// If the system has no notifications (Get-BatteryManager, HasEvents), the library polls every 5 seconds. A name that no battery has
/// is an error, and the wait continues: the battery may be added later. A manager is used by one wait at a time. See about_Battery
/// for the values.
/// </note>
/// <example>
/// <para>Wait for the charger</para>
/// <code>Wait-Battery -OnBattery:$false -Timeout 1 -ErrorAction Ignore</code>
/// <para>The script continues when external power is connected. Without -Timeout it waits as long as that takes.</para>
/// </example>
/// <example>
/// <para>Wait until it is charged</para>
/// <code>Wait-Battery BAT0 -PowerFlow Full, Held -Timeout 1 -ErrorAction Ignore</code>
/// <para>With a charge limit a battery is never full: it is held at the limit.</para>
/// </example>
/// <example>
/// <para>The battery that met the condition</para>
/// <code>(Wait-Battery BAT1 -Below 90 -PassThru).Percentage</code>
/// <para>Returns at once if the condition is met already.</para>
/// </example>
/// <example>
/// <para>Handle the timeout</para>
/// <code>try { Wait-Battery -Above 99 -Timeout 1 -ErrorAction Stop } catch [TimeoutException] { 'not charged in time' }</code>
/// <para>With -ErrorAction Stop the timeout ends the command with an exception.</para>
/// </example>
/// <example>
/// <para>Wait until a battery is inserted</para>
/// <code>Wait-Battery BAT1</code>
/// <para>Without a condition: until there is such a battery.</para>
/// </example>
/// <seealso cref="TestBatteryCommand"/>
/// <seealso cref="WatchBatteryCommand"/>
[Cmdlet(VerbsLifecycle.Wait, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryInfo))]
public sealed class WaitBatteryCommand : BatteryConditionCommand
{
    /// <summary>The longest wait: seconds, or a TimeSpan such as '00:30:00'. If it expires, that is an error.</summary>
    /// <default>No limit</default>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Writes the batteries that meet the conditions.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Source is not { } source)
        {
            // The pipeline was empty, so there is nothing to wait for.
            return;
        }

        ManagerHandle manager = OpenManager(source);
        var schedule = new WatchSchedule(TimeSpan.Zero, Timeout);

        // This wait starts the notifications, so that no change between the first reading and the first wait is missed.
        Run(source, () => manager.Wait(TimeSpan.Zero));
        for (bool isFirst = true; !IsStopping; isFirst = false)
        {
            (bool isMet, List<BatteryInfo> batteries) = Ask(source, manager, isFirst);
            if (isMet)
            {
                WriteEach(PassThru ? batteries : []);
                return;
            }

            if (schedule.IsExpired)
            {
                WriteTimeout();
                return;
            }

            Run(source, () => manager.Wait(schedule.TimeToNext));
        }
    }

    private void WriteTimeout()
    {
        string message = $"The batteries did not meet the conditions within {Timeout}.";
        ErrorRecord error = new(new TimeoutException(message), "WaitTimeout", ErrorCategory.OperationTimeout, Name);
        WriteError(WithAction(error, message, "Wait longer; Test-Battery -Verbose with the same conditions reports what is unknown."));
    }
}
