using Battery.Core.Model;

namespace Battery.Core.Sources;

/// <summary>A power adapter, or a port for one, as it was at the moment of a reading.</summary>
/// <param name="name">Its name; null where the system has none for it.</param>
/// <param name="type">Its type.</param>
/// <param name="isOnline">Whether it supplies power; null where that is not reported.</param>
/// <param name="voltage">Its voltage, V.</param>
/// <param name="current">Its current, A.</param>
/// <param name="maxPower">The most power that it can supply, W.</param>
/// <remarks>Type, voltage and current are complete in a reading with <see cref="SupplyScopes.AdapterDetails"/> only.</remarks>
public sealed class Adapter(string? name, AdapterType type, bool? isOnline, Measurement voltage, Measurement current, Measurement maxPower)
{
    /// <summary>Its name, safe to print; null where the system has none for it.</summary>
    public string? Name { get; } = name is null ? null : PlainText.Clean(name);

    /// <summary>Its type.</summary>
    public AdapterType Type => type;

    /// <summary>Whether it supplies power; null where that is not reported.</summary>
    public bool? IsOnline => isOnline;

    /// <summary>Its voltage, V: that of its USB-PD contract, else as measured. Unknown while it is offline.</summary>
    public Measurement Voltage => voltage;

    /// <summary>Its current, A: the most that its USB-PD contract or limit allows, else as measured. Unknown while it is offline.</summary>
    public Measurement Current => current;

    /// <summary>The most power that it can supply, W. Unknown while it is offline.</summary>
    public Measurement MaxPower => maxPower;
}
