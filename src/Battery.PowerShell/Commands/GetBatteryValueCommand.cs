using System.Management.Automation;
using Battery.PowerShell.Completion;
using Battery.PowerShell.Library;

namespace Battery.PowerShell.Commands;

/// <summary>Gets values of batteries with the reason why each is what it is, or why it is missing.</summary>
/// <remarks>
/// <para>
/// Gets an object for each value: its name, value and unit, its status, the rule in one sentence, and its sources: the properties, keys or
/// members of structures that it follows from, as the system names and writes them.
/// </para>
/// <para>
/// The status is Reported (a number or word of the system), Derived (computed by a rule), NotSupported (not reported, or reported as
/// unknown), Unreadable (access denied, or an error of the device), Implausible (refused by a rule), or NotApplicable (for example the
/// time to full while the battery discharges).
/// </para>
/// <para>
/// The battery is read again where it came from, so that the values and their sources are of the same moment. A recording gives the values
/// of the machine that it was made on.
/// </para>
/// </remarks>
/// <input cref="BatteryInfo">Batteries that were read before.</input>
/// <output cref="BatteryValue">One for each value.</output>
/// <example>
/// <para>Why is the energy rate what it is?</para>
/// <code>Get-Battery | Get-BatteryValue EnergyRate</code>
/// <para>For example: current_now 412000 µA × voltage_now 11723000 µV (power_now is not reported).</para>
/// </example>
/// <example>
/// <para>Which values are missing, and why?</para>
/// <code>Get-Battery | Get-BatteryValue | Where-Object Status -notin Reported, Derived | Format-Table Name, Status, Rule</code>
/// <para>A rule names the property that is not reported, or what keeps the value from being known.</para>
/// </example>
/// <example>
/// <para>The same for another machine</para>
/// <code>Get-Battery -Recording ./laptop.txt | Get-BatteryValue -Name Time*</code>
/// <para>The explanations are of what the recording contains.</para>
/// </example>
/// <example>
/// <para>The raw numbers</para>
/// <code>(Get-Battery | Get-BatteryValue StateOfHealth).Sources</code>
/// <para>The properties with their numbers and units, as the system writes them.</para>
/// </example>
/// <example>
/// <para>All explanations as text</para>
/// <code>Get-Battery | Get-BatteryValue | ForEach-Object { "$_" }</code>
/// <para>An explanation as a string is one line: the name, the value with its unit, and the rule. Use it in a log or in a report of a problem.</para>
/// </example>
/// <seealso cref="GetBatteryCommand"/>
/// <seealso cref="SaveBatteryRecordingCommand"/>
[Cmdlet(VerbsCommon.Get, "BatteryValue", DefaultParameterSetName = SysfsRootSet)]
[OutputType(typeof(BatteryValue))]
public sealed class GetBatteryValueCommand : BatteryCommand
{
    private List<ValueTable> _selected = [];

    /// <summary>
    /// Names of values, for example EnergyRate. They are the names of a battery's properties. A name without
    /// wildcards that no value has is an error. Without it: all.
    /// </summary>
    /// <default>All values</default>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ValidateWildcardPattern]
    [ArgumentCompleter(typeof(ValueNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>
    /// A battery that was read before. It is read again where it came from (Source), which may be a recording. Without it: the batteries
    /// of this machine.
    /// </summary>
    /// <default>The batteries of this machine</default>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public BatteryInfo? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        List<WildcardPattern> patterns = [.. Name.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        _selected = [.. ValueTable.All.Where(value => patterns.Exists(pattern => pattern.IsMatch(value.Name)))];
        for (int i = 0; i < Name.Length; i++)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(Name[i]) && !_selected.Exists(value => patterns[i].IsMatch(value.Name)))
            {
                string message = $"A battery has no value named '{Name[i]}'.";
                ErrorRecord error = new(new ItemNotFoundException(message), "BatteryValueNotFound", ErrorCategory.ObjectNotFound, Name[i]);
                WriteError(WithAction(error, message, "Use the name of a property of a battery, for example EnergyRate; see about_Battery."));
            }
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_selected.Count == 0)
        {
            return;
        }

        if (InputObject is null)
        {
            DataSource source = LiveSource;
            Run(source, () => Read(source, BatteryScopes.System, name: null)).ForEach(Write);
        }
        else if (SourceOf(InputObject) is { } source && TryRun(source, () => Read(source, ScopesOf(InputObject), InputObject.Name)) is { } found)
        {
            Explained? now = found.Find(one => one.Battery.Scope == InputObject.Scope);
            if (now is not null && IsSame(InputObject, now.Battery))
            {
                Write(now);
            }
            else
            {
                ReportGone(InputObject, now?.Battery);
            }
        }
    }

    private List<Explained> Read(DataSource source, BatteryScopes scopes, string? name) => RunStoppable(() =>
    {
        using var manager = ManagerHandle.Open(source, scopes);
        return manager.Explain(name, _selected);
    });

    private void Write(Explained explained) => WriteObject(explained.Values, enumerateCollection: true);
}
