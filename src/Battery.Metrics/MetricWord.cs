namespace Battery.Metrics;

/// <summary>A member of an enumeration.</summary>
/// <param name="Code">Its number, or its bit in a set.</param>
/// <param name="Text">Its word in JSON and in labels of own metrics.</param>
/// <param name="KernelText">The word of the Linux kernel, which node_exporter shows.</param>
public readonly record struct MetricWord(int Code, string Text, string KernelText);
