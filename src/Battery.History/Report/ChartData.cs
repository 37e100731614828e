using System.Text.Json.Serialization;

namespace Battery.History.Report;

/// <summary>A chart as the page's script draws it. Times are seconds since 1970: the first, then the steps from one to the next.</summary>
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

    /// <summary>The ends of the vertical axis; null where they follow the values.</summary>
    [JsonPropertyName("range")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double[]? Range { get; init; }

    [JsonPropertyName("mains")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? Mains { get; init; }

    [JsonPropertyName("sleep")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<long>? Sleep { get; init; }

    /// <summary>True of charts that begin with the last days and can show more.</summary>
    [JsonPropertyName("zoom")]
    public bool IsZoomed { get; init; }
}
