namespace Battery.History.Reading;

/// <summary>What the head of a report of Windows says of the machine: usage and capacities are of all its batteries together.</summary>
internal sealed class PowerCfgBattery
{
    private readonly List<string> _ids = [];
    private readonly List<string> _serialNumbers = [];

    /// <summary>How many batteries the report lists.</summary>
    public int Count { get; private set; }

    /// <summary>The machine's name.</summary>
    public string? ComputerName { get; set; }

    /// <summary>True where capacities are percentages and not mWh.</summary>
    public bool IsRelative { get; private set; }

    /// <summary>The batteries' names in one.</summary>
    public string Name => _ids.Count == 0 ? "Battery" : string.Join(" + ", _ids);

    /// <summary>The serial number, of one battery.</summary>
    public string? SerialNumber => _serialNumbers.Count == 1 && Count == 1 ? _serialNumbers[0] : null;

    /// <summary>The designed capacity of all, mWh; null where one of them is unknown.</summary>
    public double? DesignCapacity { get; private set; } = 0;

    /// <summary>The cycles, of one battery.</summary>
    public int? CycleCount { get; private set; }

    /// <summary>Takes a battery of the report.</summary>
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
