using Battery.Core.Model;

namespace Battery.Core.Sources;

/// <summary>A power adapter, as it was at the moment of a reading.</summary>
/// <param name="name">Its name; null where the system has none for it.</param>
/// <param name="kind">What it is.</param>
/// <param name="isOnline">Whether it supplies power; null where that is not reported.</param>
/// <param name="watts">The power that it can supply, W.</param>
public sealed class Adapter(string? name, AdapterKind kind, bool? isOnline, Measurement watts)
{
    /// <summary>Its name, safe to print; null where the system has none for it.</summary>
    public string? Name { get; } = name is null ? null : PlainText.Clean(name);

    /// <summary>What it is.</summary>
    public AdapterKind Kind => kind;

    /// <summary>Whether it supplies power; null where that is not reported.</summary>
    public bool? IsOnline => isOnline;

    /// <summary>The power that it can supply, W.</summary>
    public Measurement Watts => watts;
}

/// <summary>The kinds of adapters.</summary>
public enum AdapterKind
{
    /// <summary>Not reported.</summary>
    Unknown = 0,

    /// <summary>An adapter with a plug of its own.</summary>
    Mains = 1,

    /// <summary>A USB port.</summary>
    Usb = 2,

    /// <summary>A wireless charger.</summary>
    Wireless = 3,
}
