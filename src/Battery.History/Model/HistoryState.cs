namespace Battery.History.Model;

/// <summary>The state of a battery at a point of its history. The names and numbers are those of the module's BatteryState.</summary>
public enum HistoryState
{
    /// <summary>Not recorded.</summary>
    Unknown = 0,

    /// <summary>Charging.</summary>
    Charging = 1,

    /// <summary>Discharging.</summary>
    Discharging = 2,

    /// <summary>Empty.</summary>
    Empty = 3,

    /// <summary>Full.</summary>
    Full = 4,

    /// <summary>On external power and neither charging nor discharging.</summary>
    NotCharging = 5,
}
