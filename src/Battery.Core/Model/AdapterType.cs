namespace Battery.Core.Model;

/// <summary>The type of a power adapter.</summary>
public enum AdapterType
{
    /// <summary>Not reported.</summary>
    Unknown = 0,

    /// <summary>An adapter with a plug of its own.</summary>
    Mains = 1,

    /// <summary>A USB port or charger.</summary>
    Usb = 2,

    /// <summary>USB Type-C without USB Power Delivery: 5 V, up to 3 A.</summary>
    UsbC = 3,

    /// <summary>USB Power Delivery: the adapter and the machine have agreed on a voltage and a current.</summary>
    UsbPd = 4,

    /// <summary>A wireless charger.</summary>
    Wireless = 5,
}
