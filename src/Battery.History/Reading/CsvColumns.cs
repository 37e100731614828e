namespace Battery.History.Reading;

/// <summary>Which column of a CSV file holds what, by its head.</summary>
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

    /// <summary>Reads a head; null where the line is not the head of a battery's history: it needs a time and a charge, an energy or a capacity.</summary>
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

    /// <summary>The text of a row's column; null where the file has no such column or the row no text in it.</summary>
    public string? Text(List<string> row, string name) =>
        _indices.TryGetValue(name, out int index) && index < row.Count && row[index].Trim() is { Length: > 0 } text ? text : null;
}
