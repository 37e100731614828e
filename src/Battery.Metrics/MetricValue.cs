namespace Battery.Metrics;

/// <summary>A value of a battery, or of several as one, and what each format calls it.</summary>
/// <param name="Name">The name of the module's property.</param>
/// <param name="Field">The number of its <c>battery_field</c>; -1 if it is not a value of the table.</param>
/// <param name="Key">The key in JSON.</param>
/// <param name="Kind">How it is represented.</param>
public sealed record MetricValue(string Name, int Field, string Key, MetricKind Kind)
{
    /// <summary>The name of its own metric without the prefix, with the base unit of Prometheus.</summary>
    public required string Metric { get; init; }

    /// <summary>What a number is multiplied by for the base unit.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The name that node_exporter has for it: of a metric, or of a label of the info metric.</summary>
    public string? NodeName { get; init; }

    /// <summary>Whether the number has a sign, which node_exporter does not show for most batteries.</summary>
    public bool IsSigned { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string Help { get; init; }

    /// <summary>The known words of an enumeration.</summary>
    public IReadOnlyList<MetricWord> Words { get; init; } = [];

    /// <summary>Whether node_exporter shows it as a label.</summary>
    public bool IsNodeLabel => NodeName is not null && Kind is (MetricKind.Text or MetricKind.Word);
}
