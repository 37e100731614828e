using System.Globalization;
using System.Text;

namespace Battery.Metrics;

/// <summary>
/// Writes a battery as a flat object of JSON in one line, by docs/battery.schema.json. A value that is not known is left out. The
/// library contains no reflection, which serializers need.
/// </summary>
public static class JsonFormat
{
    // Systems report at most millionths of a unit.
    private const int NumberDigits = 6;
    private const int TimestampDigits = 3;

    /// <summary>Writes a battery.</summary>
    public static string Write(MetricRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var text = new StringBuilder("{");
        for (int i = 0; i < MetricTable.Values.Count; i++)
        {
            Write(text, record, i);
        }

        if (record.Count is { } count)
        {
            AppendKey(text, MetricTable.CountKey).Append(CultureInfo.InvariantCulture, $"{count}");
        }

        if (!double.IsNaN(record.Timestamp))
        {
            AppendNumber(AppendKey(text, MetricTable.TimestampKey), record.Timestamp, TimestampDigits);
        }

        return text.Append('}').ToString();
    }

    private static void Write(StringBuilder text, MetricRecord record, int index)
    {
        MetricValue value = MetricTable.Values[index];
        double number = record.Number(index);
        switch (value.Kind)
        {
            case MetricKind.Text when record.Text(index) is { } known:
                AppendText(AppendKey(text, value.Key), known);
                break;
            case MetricKind.Word when record.Word(index) is { } word:
                AppendText(AppendKey(text, value.Key), word.Text);
                break;
            case MetricKind.Words when number > 0:
                AppendSet(AppendKey(text, value.Key), record, index);
                break;
            case MetricKind.Date when !double.IsNaN(number):
                AppendText(AppendKey(text, value.Key), MetricDate.ToText(number));
                break;
            case MetricKind.Quantity or MetricKind.Seconds or MetricKind.Count when !double.IsNaN(number):
                AppendNumber(AppendKey(text, value.Key), number, value.Kind == MetricKind.Quantity ? NumberDigits : 0);
                break;
            default:
                break;
        }
    }

    private static StringBuilder AppendKey(StringBuilder text, string key) =>
        text.Append(text.Length > 1 ? "," : string.Empty).Append('"').Append(key).Append("\":");

    private static void AppendNumber(StringBuilder text, double number, int digits) => text.Append(MetricNumber.ToText(number, digits));

    private static void AppendSet(StringBuilder text, MetricRecord record, int index)
    {
        string separator = "[";
        foreach (MetricWord word in MetricTable.Values[index].Words)
        {
            if (record.Has(index, word))
            {
                AppendText(text.Append(separator), word.Text);
                separator = ",";
            }
        }

        text.Append(']');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (char.IsControl(c))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
