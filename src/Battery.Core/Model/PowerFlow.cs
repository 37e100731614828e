namespace Battery.Core.Model;

/// <summary>What is going on with a battery, derived from its state, its power, external power and the control of its charging.</summary>
public enum PowerFlow
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The battery gains energy, or external power was connected just now.</summary>
    Charging = 1,

    /// <summary>The battery supplies the machine. External power is not connected, or not reported.</summary>
    Discharging = 2,

    /// <summary>The battery loses energy although external power is connected: a weak or faulty adapter, or a discharge that was requested.</summary>
    DischargingOnExternalPower = 3,

    /// <summary>On external power, held at the charge limit: neither charging nor discharging.</summary>
    Held = 4,

    /// <summary>On external power, and charging is inhibited by request.</summary>
    Inhibited = 5,

    /// <summary>Full.</summary>
    Full = 6,

    /// <summary>Neither charging nor discharging, for no known reason; or another battery is in use.</summary>
    Idle = 7,
}
