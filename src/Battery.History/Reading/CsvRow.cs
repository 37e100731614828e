using System.Text;

namespace Battery.History.Reading;

/// <summary>Splits rows of CSV (RFC 4180): quoted fields may contain the delimiter, doubled quotes and line breaks.</summary>
internal static class CsvRow
{
    private const int MaxLinesInField = 100;

    /// <summary>The fields of the row that begins with a line; further lines are read while a quoted field continues. Null if its end is missing.</summary>
    public static List<string>? Split(string line, char delimiter, Func<string?> nextLine)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        int lines = 1;
        bool isQuoted = false;
        for (int i = 0; ; i++)
        {
            if (i == line.Length)
            {
                if (!isQuoted)
                {
                    fields.Add(field.ToString());
                    return fields;
                }

                if (++lines > MaxLinesInField || nextLine() is not { } next)
                {
                    return null;
                }

                field.Append('\n');
                line = next;
                i = -1;
            }
            else if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == delimiter && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }
    }
}
