using Battery.Metrics;

namespace Battery.PowerShell.Metrics;

/// <summary>The batteries and adapters of a document: of each name the last sample, in the order of the first ones.</summary>
internal sealed class OrderedMetrics
{
    private readonly List<MetricRecord> _records = [];
    private readonly List<string> _sources = [];
    private readonly List<MetricAdapter> _adapters = [];

    /// <summary>The batteries.</summary>
    public IReadOnlyList<MetricRecord> Records => _records;

    /// <summary>The adapters.</summary>
    public IReadOnlyList<MetricAdapter> Adapters => _adapters;

    /// <summary>Adds a battery, or replaces an earlier sample of it.</summary>
    /// <param name="record">The battery.</param>
    /// <param name="source">Where it was read.</param>
    /// <returns>False if a battery of the same name was read elsewhere.</returns>
    public bool TryAdd(MetricRecord record, string source)
    {
        // A total may have the name of a battery.
        int index = _records.FindIndex(known => known.Name == record.Name && known.Count is null == record.Count is null);
        if (index < 0)
        {
            _records.Add(record);
            _sources.Add(source);
            return true;
        }

        if (_sources[index] != source)
        {
            return false;
        }

        _records[index] = record;
        return true;
    }

    /// <summary>Adds an adapter, or replaces an earlier sample of it.</summary>
    /// <param name="adapter">The adapter.</param>
    public void Add(MetricAdapter adapter)
    {
        int index = _adapters.FindIndex(known => known.Name == adapter.Name);
        if (index < 0)
        {
            _adapters.Add(adapter);
        }
        else
        {
            _adapters[index] = adapter;
        }
    }
}
