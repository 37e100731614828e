using System.Text.Json.Serialization;

namespace Battery.History.Report;

/// <summary>A chart for the page's script. Times are seconds since 1970: the first, then the differences.</summary>
internal sealed record ChartData
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("group")]
    public required string Group { get; init; }

    [JsonPropertyName("unit")]
    public required string Unit { get; init; }

    [JsonPropertyName("t")]
    public required IReadOnlyList<long> Times { get; init; }

    [JsonPropertyName("series")]
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>The ends of the vertical axis; null if they follow from the values.</summary>
    [JsonPropertyName("range")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Range { get; init; }

    [JsonPropertyName("mains")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? Mains { get; init; }

    [JsonPropertyName("sleep")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? Sleep { get; init; }

    /// <summary>Whether the chart first shows only the last days.</summary>
    [JsonPropertyName("zoom")]
    public bool IsZoomed { get; init; }
}
