namespace Battery.Metrics;

/// <summary>A power adapter, as node_exporter shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the Linux kernel names it, for example Mains; null if it is unknown.</param>
/// <param name="IsOnline">Whether it supplies power; null if it is unknown.</param>
public sealed record MetricAdapter(string Name, string? Type, bool? IsOnline);
