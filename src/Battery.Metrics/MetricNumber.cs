using System.Globalization;

namespace Battery.Metrics;

/// <summary>A number as both formats write it.</summary>
internal static class MetricNumber
{
    // As many decimals as any value is rounded to.
    private const string Format = "0.#########";

    /// <summary>The number as decimal digits, without trailing zeros.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">The decimals that it is rounded to, at most 9.</param>
    public static string ToText(double number, int digits) =>
        (Math.Round(number, digits) + 0.0).ToString(Format, CultureInfo.InvariantCulture); // The addition makes 0 of a negative 0.
}
