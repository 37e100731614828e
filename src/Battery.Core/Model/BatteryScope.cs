namespace Battery.Core.Model;

/// <summary>What a battery feeds.</summary>
public enum BatteryScope
{
    /// <summary>Nothing that could be asked: of a battery the scope is always known.</summary>
    Unknown = 0,

    /// <summary>The machine itself.</summary>
    System = 1,

    /// <summary>A peripheral with a battery of its own: a mouse, a headset, a pen, a controller.</summary>
    Peripheral = 2,
}
