using System.Management.Automation;
using Battery.History.Statistics;

namespace Battery.PowerShell.History;

/// <summary>Measures histories: sessions, charges, sleep, capacity.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BatteryHistory")]
[OutputType("Battery.History.Statistics.BatteryStatistics")]
public sealed class MeasureBatteryHistoryCommand : PSCmdlet
{
    private HistoryStatistics? _statistics;

    /// <summary>Points, of Get-BatteryHistory; objects of Watch-Battery or Import-Csv with the same properties will do.</summary>
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
