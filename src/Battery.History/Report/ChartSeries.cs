using System.Text.Json.Serialization;

namespace Battery.History.Report;

/// <summary>A line of a chart.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Style">How it is drawn: area, line, step, points, trend.</param>
/// <param name="Values">The values; null for a gap in the line.</param>
internal sealed record ChartSeries(
    [property: JsonPropertyName("label")] string Label, [property: JsonPropertyName("style")] string Style,
        [property: JsonPropertyName("v")] IReadOnlyList<double?> Values);
