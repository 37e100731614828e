namespace Battery.Core.Model;

/// <summary>What a battery is doing. Values 0 to 4 are those of battery-ffi; new ones come after.</summary>
public enum BatteryState
{
    /// <summary>The machine does not say, or says something unheard of.</summary>
    Unknown = 0,

    /// <summary>Energy flows into the battery.</summary>
    Charging = 1,

    /// <summary>The battery feeds the machine.</summary>
    Discharging = 2,

    /// <summary>Nothing is left to draw.</summary>
    Empty = 3,

    /// <summary>Charged as far as the battery lets itself be charged.</summary>
    Full = 4,

    /// <summary>External power is there and the battery is held, as by a charge limit: neither charging nor discharging.</summary>
    NotCharging = 5,
}
