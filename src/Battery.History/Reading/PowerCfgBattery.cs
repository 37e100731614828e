namespace Battery.History.Reading;

/// <summary>The batteries that a report of Windows lists. Its usage and capacities are sums over all of them.</summary>
internal sealed class PowerCfgBattery
{
    private readonly List<string> _ids = [];
    private readonly List<string> _serialNumbers = [];

    /// <summary>How many batteries the report lists.</summary>
    public int Count { get; private set; }

    /// <summary>The machine's name.</summary>
    public string? ComputerName { get; set; }

    /// <summary>Whether capacities are percentages instead of mWh.</summary>
    public bool IsRelative { get; private set; }

    /// <summary>The names of the batteries, joined.</summary>
    public string Name => _ids.Count == 0 ? "Battery" : string.Join(" + ", _ids);

    /// <summary>The serial number; null if there are several batteries.</summary>
    public string? SerialNumber => _serialNumbers.Count == 1 && Count == 1 ? _serialNumbers[0] : null;

    /// <summary>The designed capacity of all, mWh; null if one is unknown.</summary>
    public double? DesignCapacity { get; private set; } = 0;

    /// <summary>The charge cycles; null if there are several batteries.</summary>
    public int? CycleCount { get; private set; }

    /// <summary>Adds a battery of the report.</summary>
    public void Add(IReadOnlyDictionary<string, string> values)
    {
        Count++;
        if (values.GetValueOrDefault("Id")?.Trim() is { Length: > 0 } id)
        {
            _ids.Add(id);
        }

        if (values.GetValueOrDefault("SerialNumber")?.Trim() is { Length: > 0 } serial)
        {
            _serialNumbers.Add(serial);
        }

        IsRelative |= values.GetValueOrDefault("RelativeCapacity")?.Trim() == "1";
        DesignCapacity += PowerCfgValues.Capacity(values.GetValueOrDefault("DesignCapacity"));
        CycleCount = Count == 1 ? PowerCfgValues.Cycles(values.GetValueOrDefault("CycleCount")) : null;
    }
}
