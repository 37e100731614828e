using System.Management.Automation;
using Battery.Metrics;

namespace Battery.PowerShell.Metrics;

/// <summary>Converts batteries to Prometheus' text format or to flat JSON.</summary>
/// <remarks>
/// <para>
/// Prometheus: one string for all batteries, with the names of the collector powersupplyclass of node_exporter
/// (node_power_supply_*), so that dashboards made for it work, and with metrics of its own (battery_*) for all other values. A total
/// has metrics named battery_total_*. Each has its help and type; numbers are in base units.
/// </para>
/// <para>
/// Json: a string for each battery, a flat object in one line. Numbers have their unit in the name, times are seconds, and
/// enumerations are words. The C interface (battery_format) and the Python package (Manager.format) write the same. The keys are
/// described by the JSON Schema docs/battery.schema.json.
/// </para>
/// <para>
/// A value that is not known is left out: it is never null and never 0.
/// </para>
/// </remarks>
/// <input cref="BatteryInfo">Batteries of Get-Battery or Watch-Battery, also of another session.</input>
/// <input cref="BatteryTotal">Totals of Get-Battery -Total.</input>
/// <input cref="BatteryAdapter">Adapters of a manager, for Prometheus.</input>
/// <output cref="string">Prometheus: one string for all. Json: one for each battery.</output>
/// <note>
/// A document for Prometheus describes one moment of one machine. Of several samples of a battery, the last is written. Two batteries
/// of the same name and of different sources are an error.
/// </note>
/// <note>
/// If node_exporter reads the result on the same machine (textfile collector), switch off its own collector of power supplies:
/// --no-collector.powersupplyclass.
/// </note>
/// <example>
/// <para>For Prometheus</para>
/// <code>Get-Battery | ConvertTo-BatteryMetric Prometheus</code>
/// <para>All batteries as one document.</para>
/// </example>
/// <example>
/// <para>With the adapters</para>
/// <code>@(Get-Battery) + (Get-BatteryManager).Adapters | ConvertTo-BatteryMetric Prometheus</code>
/// <para>Whether each adapter is online, as node_exporter shows it.</para>
/// </example>
/// <example>
/// <para>A file for node_exporter</para>
/// <code>Get-Battery | ConvertTo-BatteryMetric Prometheus | Set-Content battery.prom.new; Move-Item battery.prom.new battery.prom -Force</code>
/// <para>The file is replaced at once, so that no half of it is read.</para>
/// </example>
/// <example>
/// <para>As JSON</para>
/// <code>Get-Battery | ConvertTo-BatteryMetric Json</code>
/// <para>A line for each battery.</para>
/// </example>
/// <example>
/// <para>One value of all batteries as one</para>
/// <code>(Get-Battery -Total | ConvertTo-BatteryMetric Json | ConvertFrom-Json).percentage</code>
/// <para>A value that is not known is missing, which PowerShell reads as $null.</para>
/// </example>
/// <seealso cref="Commands.GetBatteryCommand"/>
/// <seealso cref="Commands.WatchBatteryCommand"/>
[Cmdlet(VerbsData.ConvertTo, "BatteryMetric")]
[OutputType(typeof(string))]
public sealed class ConvertToBatteryMetricCommand : PSCmdlet
{
    private readonly OrderedMetrics _metrics = new();
    private readonly List<MetricAdapter> _adapters = [];

    /// <summary>Prometheus, one document for all batteries, or Json, a flat object in one line for each.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public MetricFormat Format { get; set; }

    /// <summary>
    /// Batteries of Get-Battery or Watch-Battery, totals of Get-Battery -Total, and for Prometheus the adapters of a manager.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public PSObject[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PSObject item in InputObject)
        {
            if (Format == MetricFormat.Prometheus && MetricInput.IsAdapter(item))
            {
                _adapters.Add(MetricInput.Adapter(item));
            }
            else if (!MetricInput.IsBattery(item))
            {
                WriteProblem($"The object '{item}' is not a battery.", "NotABattery", "Give what Get-Battery or Watch-Battery gets.", item);
            }
            else if (Format == MetricFormat.Json)
            {
                WriteObject(JsonFormat.Write(MetricInput.Record(item)));
            }
            else if (!_metrics.TryAdd(MetricInput.Record(item), MetricInput.Source(item)))
            {
                WriteProblem(
                    $"The battery '{item}' of '{MetricInput.Source(item)}' has the name of one that was read elsewhere.",
                    "BatteryOfAnotherSource",
                    "Convert the batteries of each machine by themselves.",
                    item);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_metrics.Records.Count + _adapters.Count > 0)
        {
            // Whatever writes the string to a file ends the last line.
            WriteObject(PrometheusFormat.Write(_metrics.Records, _adapters).TrimEnd('\n'));
        }
    }

    private void WriteProblem(string message, string id, string action, PSObject item) =>
        WriteError(new(new PSArgumentException(message), id, ErrorCategory.InvalidArgument, item)
        {
            ErrorDetails = new(message) { RecommendedAction = action },
        });
}
