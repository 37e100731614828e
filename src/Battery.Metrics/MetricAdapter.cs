namespace Battery.Metrics;

/// <summary>A power adapter, as node_exporter shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type: the name of a member of AdapterType; another name is unknown.</param>
/// <param name="IsOnline">Whether it supplies power; null if it is unknown.</param>
public sealed record MetricAdapter(string Name, string? Type, bool? IsOnline)
{
    /// <summary>The word of the Linux kernel for the type; null if it is unknown.</summary>
    internal string? KernelType => Type switch
    {
        "Mains" or "Wireless" => Type,
        "Usb" or "UsbC" or "UsbPd" => "USB",
        _ => null,
    };
}
