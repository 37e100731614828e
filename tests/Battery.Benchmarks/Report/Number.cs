using System.Globalization;

namespace Battery.Benchmarks.Report;

/// <summary>Formatting and medians of numbers.</summary>
internal static class Number
{
    public static string Times(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.##} ×");

    /// <summary>A time in a suitable unit.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.#} ns"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.0} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.0} ms"),
    };

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    /// <summary>The median of the ratios of pairs, which drifts less than the ratio of the medians.</summary>
    public static double MedianRatio(IEnumerable<double> values, IEnumerable<double> baselines) =>
        Median(values.Zip(baselines, static (value, baseline) => value / baseline));
}
