using System.Text;

namespace Battery.Metrics;

/// <summary>The text format of Prometheus: families of samples, each with its help and type.</summary>
internal sealed class PrometheusText
{
    private const int Digits = 9;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _labels = new();
    private string _name = string.Empty, _help = string.Empty;
    private bool _isBegun;

    /// <summary>Begins a family of gauges. One without samples is left out.</summary>
    /// <param name="name">The name of the metric.</param>
    /// <param name="help">What it is.</param>
    public void Begin(string name, string help)
    {
        _name = name;
        _help = help;
        _isBegun = false;
    }

    /// <summary>Adds a label to the next sample.</summary>
    public PrometheusText Label(string name, string value)
    {
        _labels.Append(_labels.Length == 0 ? "{" : ",").Append(name).Append("=\"").Append(Escape(value)).Append('"');
        return this;
    }

    /// <summary>Adds a sample to the family; NaN is left out.</summary>
    public void Sample(double number)
    {
        if (!double.IsNaN(number))
        {
            if (!_isBegun)
            {
                _isBegun = true;
                _text.Append("# HELP ").Append(_name).Append(' ').Append(_help.Replace("\\", "\\\\", StringComparison.Ordinal)).Append('\n');
                _text.Append("# TYPE ").Append(_name).Append(" gauge\n");
            }

            _text.Append(_name).Append(_labels).Append("} ").Append(MetricNumber.ToText(number, Digits)).Append('\n');
        }

        _labels.Clear();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
