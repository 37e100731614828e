namespace Battery.Metrics;

/// <summary>
/// Writes batteries in the text format of Prometheus. A value that node_exporter has is written under its name and with its help, so
/// that dashboards made for it work; all other values have metrics of their own. A value that is not known is left out.
/// </summary>
public static class PrometheusFormat
{
    private const string NodePrefix = "node_power_supply_";
    private const string BatteryPrefix = "battery_";
    private const string TotalPrefix = "battery_total_";
    private const string SupplyLabel = "power_supply";
    private const string TypeLabel = "type";
    private const string StateLabel = "state";

    /// <summary>Writes batteries, several as one, and adapters as one document.</summary>
    /// <param name="records">The batteries. No two have the same name.</param>
    /// <param name="adapters">The adapters.</param>
    public static string Write(IReadOnlyList<MetricRecord> records, IReadOnlyList<MetricAdapter> adapters)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(adapters);
        var batteries = new List<MetricRecord>();
        var totals = new List<MetricRecord>();
        foreach (MetricRecord record in records)
        {
            (record.Count is null ? batteries : totals).Add(record);
        }

        var text = new PrometheusText();
        WriteInfo(text, batteries, adapters);
        WriteNode(text, batteries);
        for (int i = 0; i < MetricTable.Values.Count; i++)
        {
            MetricValue value = MetricTable.Values[i];
            if (value.NodeName is null || value.IsSigned)
            {
                WriteOwn(text, BatteryPrefix, value.Help, batteries, i);
            }
        }

        WriteTotals(text, totals);
        return text.ToString();
    }

    private static void WriteInfo(PrometheusText text, List<MetricRecord> batteries, IReadOnlyList<MetricAdapter> adapters)
    {
        text.Begin(NodePrefix + "info", "info of /sys/class/power_supply/<power_supply>.");
        foreach (MetricRecord battery in batteries)
        {
            for (int i = 0; i < MetricTable.Values.Count; i++)
            {
                MetricValue value = MetricTable.Values[i];
                if (value.IsNodeLabel && (battery.Text(i) ?? battery.Word(i)?.KernelText) is { } label)
                {
                    text.Label(value.NodeName!, label);
                }
            }

            text.Sample(1);
        }

        foreach (MetricAdapter adapter in adapters)
        {
            text.Label(SupplyLabel, adapter.Name);
            if (adapter.KernelType is { } type)
            {
                text.Label(TypeLabel, type);
            }

            text.Sample(1);
        }

        text.Begin(NodePrefix + "online", NodeHelp("online"));
        foreach (MetricAdapter adapter in adapters)
        {
            text.Label(SupplyLabel, adapter.Name).Sample(adapter.IsOnline switch { true => 1, false => 0, null => double.NaN });
        }
    }

    private static void WriteNode(PrometheusText text, List<MetricRecord> batteries)
    {
        // A battery that was removed is not listed.
        text.Begin(NodePrefix + "present", NodeHelp("present"));
        foreach (MetricRecord battery in batteries)
        {
            text.Label(SupplyLabel, battery.Name).Sample(1);
        }

        for (int i = 0; i < MetricTable.Values.Count; i++)
        {
            MetricValue value = MetricTable.Values[i];
            if (value.NodeName is not { } name || value.IsNodeLabel)
            {
                continue;
            }

            text.Begin(NodePrefix + name, NodeHelp(name));
            foreach (MetricRecord battery in batteries)
            {
                text.Label(SupplyLabel, battery.Name).Sample(value.IsSigned ? Math.Abs(battery.Number(i)) : battery.Number(i));
            }
        }
    }

    // The help of node_exporter: with another one, it would report an error beside metrics that it has itself.
    private static string NodeHelp(string name) => $"{name} value of /sys/class/power_supply/<power_supply>.";

    // Under names of their own: a sum over the batteries would count them twice.
    private static void WriteTotals(PrometheusText text, List<MetricRecord> totals)
    {
        text.Begin(TotalPrefix + "batteries", "The number of batteries that are added up.");
        foreach (MetricRecord total in totals)
        {
            text.Label(SupplyLabel, total.Name).Sample(total.Count ?? double.NaN);
        }

        for (int i = 0; i < MetricTable.Values.Count; i++)
        {
            WriteOwn(text, TotalPrefix, "All batteries as one. " + MetricTable.Values[i].Help, totals, i);
        }
    }

    private static void WriteOwn(PrometheusText text, string prefix, string help, List<MetricRecord> records, int index)
    {
        MetricValue value = MetricTable.Values[index];
        text.Begin(prefix + value.Metric, help);
        foreach (MetricRecord record in records)
        {
            double number = record.Number(index);
            switch (value.Kind)
            {
                case MetricKind.Text:
                    break;
                case MetricKind.Word or MetricKind.Words:
                    WriteStates(text, record, index);
                    break;
                case MetricKind.Date:
                    text.Label(SupplyLabel, record.Name).Sample(MetricDate.ToUnixTime(number));
                    break;
                default:
                    text.Label(SupplyLabel, record.Name).Sample(number * value.Factor);
                    break;
            }
        }
    }

    // A sample for each word, 1 for those that apply: a change of state does not end a series.
    private static void WriteStates(PrometheusText text, MetricRecord record, int index)
    {
        if (record.Number(index) is double.NaN or 0)
        {
            return;
        }

        foreach (MetricWord word in MetricTable.Values[index].Words)
        {
            text.Label(SupplyLabel, record.Name).Label(StateLabel, word.Text).Sample(record.Has(index, word) ? 1 : 0);
        }
    }
}
