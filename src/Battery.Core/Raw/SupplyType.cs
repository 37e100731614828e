namespace Battery.Core.Raw;

/// <summary>What sort of power supply a machine says that one is.</summary>
internal enum SupplyType
{
    /// <summary>A battery.</summary>
    Battery,

    /// <summary>An uninterruptible power supply.</summary>
    Ups,

    /// <summary>An adapter with a plug of its own.</summary>
    Mains,

    /// <summary>A USB port that supplies power.</summary>
    Usb,

    /// <summary>A wireless charger.</summary>
    Wireless,

    /// <summary>Anything else, as the parts of a phone's charging circuit.</summary>
    Other,
}
