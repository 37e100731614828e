using System.Management.Automation;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Gets the batteries of this machine.</summary>
/// <remarks>
/// <para>
/// Gets each battery with its state, percentage, energy, rate, health, times, and manufacturer. The values are those of the moment
/// of reading, as plain numbers in the units that about_Battery lists.
/// </para>
/// <para>
/// A value that is not reported, not readable or implausible is $null: never 0, never a guess. A machine without a battery gives no
/// output and no error; -Verbose reports it.
/// </para>
/// <para>
/// The objects hold no handles and cannot be changed: they can be kept, compared, exported and sent through remoting. Source is the
/// path of the recording or folder that was read, or the name of the machine.
/// </para>
/// </remarks>
/// <input cref="string">Names of batteries, also as the property Name of objects that Import-Csv makes.</input>
/// <input cref="BatteryManager">Open managers.</input>
/// <input cref="BatteryInfo">Batteries that were read before.</input>
/// <input cref="FileInfo">Recordings, by their properties PSPath or FullName.</input>
/// <output cref="BatteryInfo">One for each battery, in natural order of their names.</output>
/// <output cref="BatteryTotal">With -Total: one for the selected batteries of each machine.</output>
/// <note>
/// Energies of a battery that reports charge (Ah) are computed with its design voltage. See about_Battery for every value.
/// </note>
/// <note>
/// It is an error if a battery of -InputObject was removed, or if another battery has its name, by the serial number.
/// </note>
/// <example>
/// <para>The batteries of this machine</para>
/// <code>Get-Battery</code>
/// <para>
/// The table shows name, charge, state, the time remaining, the rate of energy, and health. A blank is an unknown value. On a
/// narrow terminal the last columns are left out.
/// </para>
/// </example>
/// <example>
/// <para>Every value of one battery</para>
/// <code>Get-Battery BAT0 | Format-List</code>
/// <para>The list view has every value with its unit.</para>
/// </example>
/// <example>
/// <para>Batteries that are low</para>
/// <code>Get-Battery | Where-Object { $_.State -eq 'Discharging' -and $null -ne $_.Percentage -and $_.Percentage -lt 30 }</code>
/// <para>Numbers are numbers, and states are compared by name.</para>
/// </example>
/// <example>
/// <para>All batteries as one</para>
/// <code>(Get-Battery -Total).Percentage</code>
/// <para>The percentage of the whole machine, if it has several batteries.</para>
/// </example>
/// <example>
/// <para>The same battery again</para>
/// <code>$before = Get-Battery BAT0; $before | Get-Battery | ForEach-Object { $before.Percentage - $_.Percentage }</code>
/// <para>A battery on the pipeline is read again where it came from: here, how much was used in between.</para>
/// </example>
/// <example>
/// <para>Peripherals</para>
/// <code>Get-Battery -Scope Peripheral</code>
/// <para>Mice, headsets, pens and controllers that report their charge; the table has their model.</para>
/// </example>
/// <example>
/// <para>From inside a container</para>
/// <code>Get-Battery -SysfsRoot /host/sys</code>
/// <para>The host's batteries, if its /sys is mounted at /host/sys.</para>
/// </example>
/// <example>
/// <para>What another machine reported</para>
/// <code>Get-Battery -Recording ./laptop.txt</code>
/// <para>
/// Save-BatteryRecording wrote the file there; the same rules read it here. Get-ChildItem *.txt | Get-Battery reads many.
/// </para>
/// </example>
/// <example>
/// <para>The health of many recordings</para>
/// <code>Get-ChildItem *.txt | Get-Battery -Total | Sort-Object StateOfHealth | Select-Object Source, StateOfHealth</code>
/// <para>Each file is read as a recording; Source is its path. A file that is not a recording is an error, and the others are read.</para>
/// </example>
/// <example>
/// <para>Handle an error by its code</para>
/// <code>try { Get-Battery -Recording ./missing.txt -ErrorAction Stop } catch [Battery.BatteryException] { $_.Exception.Error }</code>
/// <para>
/// Every error of the library is a Battery.BatteryException with the error code of its C interface. If the library cannot be
/// loaded, it is a Battery.BatteryLibraryException, which is derived from it.
/// </para>
/// </example>
/// <seealso cref="GetBatteryHealthCommand"/>
/// <seealso cref="GetBatteryManagerCommand"/>
/// <seealso cref="SaveBatteryRecordingCommand"/>
/// <seealso cref="TestBatteryCommand"/>
/// <seealso cref="WatchBatteryCommand"/>
[Cmdlet(VerbsCommon.Get, "Battery", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryInfo), typeof(BatteryTotal))]
public sealed class GetBatteryCommand : BatteryListCommand
{
    /// <summary>
    /// The selected batteries of a machine as one: energies and rates added, percentage and health of the sums. A value that is
    /// unknown for one of them is unknown for the total.
    /// </summary>
    [Parameter]
    public SwitchParameter Total { get; set; }

    /// <inheritdoc/>
    private protected override void Write(List<BatteryInfo> batteries, List<BatteryInfo> all)
    {
        if (!Total)
        {
            WriteEach(batteries);
        }
        else if (batteries.Count > 0)
        {
            WriteObject(TotalReader.Read(batteries, EstimateOf(batteries, all)));
        }
    }

    // The manager's estimate is for all system batteries; a part of them has none.
    private TimeLeftEstimate EstimateOf(List<BatteryInfo> batteries, List<BatteryInfo> all)
    {
        bool isAll = batteries.TrueForAll(static battery => battery.Scope == BatteryScope.System)
            && all.FindAll(static battery => battery.Scope == BatteryScope.System).Count == batteries.Count;
        return isAll && Manager is not null ? Run(Manager.Source, Manager.HandleOf(Scope).ReadTotalEstimate) : TimeLeftEstimate.Unknown;
    }
}
