namespace Battery.Ffi.Types;

/// <summary>A format of other programs.</summary>
public enum MetricFormat
{
    /// <summary>Prometheus' text format, with the names of node_exporter where it has them.</summary>
    Prometheus = 1,

    /// <summary>A flat object in one line for each battery, by docs/battery.schema.json.</summary>
    Json = 2,
}
