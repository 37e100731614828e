namespace Battery.Core.Raw;

/// <summary>What sort of power supply a machine says that one is.</summary>
public enum SupplyType
{
    /// <summary>A battery.</summary>
    Battery,

    /// <summary>An uninterruptible power supply.</summary>
    Ups,

    /// <summary>A supply that feeds the machine from outside: mains, USB, wireless.</summary>
    Adapter,

    /// <summary>Anything else, as the parts of a phone's charging circuit.</summary>
    Other,
}
