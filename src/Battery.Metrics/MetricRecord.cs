namespace Battery.Metrics;

/// <summary>The values of one battery, or of several as one, at one moment. What is not set is unknown.</summary>
public sealed class MetricRecord
{
    private readonly double[] _numbers = new double[MetricTable.Values.Count];
    private readonly string?[] _texts = new string?[MetricTable.Values.Count];

    /// <summary>Reads the values.</summary>
    /// <param name="number">Gets a number or the number of an enumeration's member; NaN if it is unknown.</param>
    /// <param name="text">Gets a string; null if it is unknown.</param>
    public MetricRecord(Func<MetricValue, double> number, Func<MetricValue, string?> text)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(text);
        for (int i = 0; i < _numbers.Length; i++)
        {
            MetricValue value = MetricTable.Values[i];
            bool isText = value.Kind == MetricKind.Text;

            // Objects of the module have whole seconds.
            _numbers[i] = isText ? double.NaN : value.Kind == MetricKind.Seconds ? Math.Round(number(value)) : number(value);
            _texts[i] = isText ? text(value) : null;
        }
    }

    /// <summary>When the values were read, seconds since 1970 (UTC); NaN if unknown.</summary>
    public double Timestamp { get; init; } = double.NaN;

    /// <summary>How many batteries these are; null for a battery by itself.</summary>
    public int? Count { get; init; }

    /// <summary>The name of the battery, or the names.</summary>
    public string Name => _texts[0] ?? string.Empty;

    /// <summary>A number; NaN if it is unknown.</summary>
    /// <param name="index">The index in the table.</param>
    internal double Number(int index) => _numbers[index];

    /// <summary>A string; null if it is unknown.</summary>
    /// <param name="index">The index in the table.</param>
    internal string? Text(int index) => _texts[index];

    /// <summary>The member of an enumeration; null if it is unknown.</summary>
    /// <param name="index">The index in the table.</param>
    internal MetricWord? Word(int index)
    {
        foreach (MetricWord word in MetricTable.Values[index].Words)
        {
            if (Has(index, word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Whether a word applies: whether it is the value, or in the set.</summary>
    /// <param name="index">The index in the table.</param>
    /// <param name="word">The word.</param>
    internal bool Has(int index, MetricWord word)
    {
        double number = _numbers[index];
        return !double.IsNaN(number)
            && (MetricTable.Values[index].Kind == MetricKind.Words ? ((int)number & word.Code) != 0 : (int)number == word.Code);
    }
}
