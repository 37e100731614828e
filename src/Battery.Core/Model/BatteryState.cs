namespace Battery.Core.Model;

/// <summary>The state of a battery. Values 0 to 4 are those of battery-ffi.</summary>
public enum BatteryState
{
    /// <summary>Not reported, or not recognized.</summary>
    Unknown = 0,

    /// <summary>Charging.</summary>
    Charging = 1,

    /// <summary>Discharging.</summary>
    Discharging = 2,

    /// <summary>Empty.</summary>
    Empty = 3,

    /// <summary>Full.</summary>
    Full = 4,

    /// <summary>On external power and neither charging nor discharging, for example held by a charge limit.</summary>
    NotCharging = 5,
}
