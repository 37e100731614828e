namespace Battery.History.Reading;

/// <summary>The columns of a CSV file, by its header line.</summary>
internal sealed class CsvColumns
{
    private static readonly char[] s_delimiters = [',', ';', '\t'];

    private readonly Dictionary<string, int> _indices;

    private CsvColumns(Dictionary<string, int> indices, char delimiter, string time)
    {
        _indices = indices;
        Delimiter = delimiter;
        Time = time;
    }

    /// <summary>The delimiter: a comma, a semicolon or a tab.</summary>
    public char Delimiter { get; }

    /// <summary>The name of the column of times.</summary>
    public string Time { get; }

    /// <summary>Parses a header line. Null if it has no column of times, or none of a percentage, an energy or a full capacity.</summary>
    public static CsvColumns? Parse(string line)
    {
        foreach (char delimiter in s_delimiters)
        {
            if (CsvRow.Split(line, delimiter, static () => null) is not { Count: > 1 } names)
            {
                continue;
            }

            var indices = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < names.Count; i++)
            {
                indices.TryAdd(names[i].Trim(), i);
            }

            string? time = HistoryRow.TimeNames.FirstOrDefault(indices.ContainsKey);
            if (time is not null && (indices.ContainsKey("Percentage") || indices.ContainsKey("Energy") || indices.ContainsKey("EnergyFull")))
            {
                return new(indices, delimiter, time);
            }
        }

        return null;
    }

    /// <summary>The text of a row in a column; null if there is none.</summary>
    public string? Text(List<string> row, string name) =>
        _indices.TryGetValue(name, out int index) && index < row.Count && row[index].Trim() is { Length: > 0 } text ? text : null;
}
