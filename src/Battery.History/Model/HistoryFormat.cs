namespace Battery.History.Model;

/// <summary>The format that a point was read from.</summary>
public enum HistoryFormat
{
    /// <summary>A CSV file of Watch-Battery or of Get-BatteryHistory whose rows have no format.</summary>
    Csv = 0,

    /// <summary>UPower's history files, Linux.</summary>
    UPower = 1,

    /// <summary>The XML of <c>powercfg /batteryreport</c>, Windows.</summary>
    PowerCfg = 2,

    /// <summary>The log of <c>pmset -g log</c>, macOS.</summary>
    Pmset = 3,

    /// <summary>A recording of Save-BatteryRecording.</summary>
    Recording = 4,
}
