namespace Battery.Core.Model;

/// <summary>What sort of energy store a supply is.</summary>
public enum BatteryKind
{
    /// <summary>Nothing that could be asked: of a battery the kind is always known.</summary>
    Unknown = 0,

    /// <summary>A battery.</summary>
    Battery = 1,

    /// <summary>An uninterruptible power supply.</summary>
    Ups = 2,
}
