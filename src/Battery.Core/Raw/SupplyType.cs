namespace Battery.Core.Raw;

/// <summary>The type of a power supply.</summary>
internal enum SupplyType
{
    /// <summary>A battery.</summary>
    Battery,

    /// <summary>An uninterruptible power supply.</summary>
    Ups,

    /// <summary>A battery or an uninterruptible power supply: which of the two could not be read.</summary>
    BatteryOrUps,

    /// <summary>An adapter with a plug of its own.</summary>
    Mains,

    /// <summary>A USB port that supplies power.</summary>
    Usb,

    /// <summary>A USB Type-C port that supplies power.</summary>
    UsbC,

    /// <summary>A port that supplies power by USB Power Delivery.</summary>
    UsbPd,

    /// <summary>A wireless charger.</summary>
    Wireless,

    /// <summary>Anything else, for example parts of a phone's charging circuit.</summary>
    Other,
}
