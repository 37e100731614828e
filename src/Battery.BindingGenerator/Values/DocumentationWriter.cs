using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the tables of the documentation.</summary>
internal static class DocumentationWriter
{
    private const int Width = 140;
    private const int AboutWidth = 78;
    private const int AboutColumn = 26;

    public static void Write(ValueTable table, Output output)
    {
        output.WriteRegion("docs/values.md", "<!-- begin: table of values, generated -->", "<!-- end: table of values -->", Markdown(table));
        output.WriteRegion(
            "module/en-US/about_Battery.help.txt",
            "    The properties of a battery (Battery.BatteryInfo):",
            "    AverageRate           Average rate that the estimate is based on, in W.",
            "\n" + string.Concat(table.Values.SelectMany(About).Select(static line => line + "\n")));
    }

    private static string Markdown(ValueTable table)
    {
        var text = new StringBuilder("\n");
        var seen = new HashSet<string>();
        foreach (ValueGroups group in Enum.GetValues<ValueGroups>())
        {
            List<Value> values = [.. table.Group(group).Where(value => seen.Add(value.Name))];
            text.Append(CultureInfo.InvariantCulture, $"### {Names.Sentence(group.ToString())}\n\n");
            text.Append("| value | unit | C getter | `battery_info`, Python | PowerShell |\n|---|---|---|---|---|\n");
            foreach (Value value in values)
            {
                string unit = value.GetterUnit == value.Row.Unit ? value.Row.Unit ?? string.Empty : $"{value.Row.Unit}; getter: {value.GetterUnit}";
                string getter = value.Row.Alias is null ? $"`{value.Row.Getter}`" : $"`{value.Row.Getter}`, `{value.Row.Alias}`";
                string member = value.Row.Member is null ? $"`{value.Key}` (Python)" : $"`{value.Row.Member}`";
                text.Append(CultureInfo.InvariantCulture, $"| {value.Row.Text} | {unit} | {getter} | {member} | `{value.Name}` |\n");
            }

            text.Append('\n');
            foreach (Value value in values)
            {
                string unknown = value.Unknown is null ? string.Empty : $" *Unknown:* {char.ToLowerInvariant(value.Unknown[0])}{value.Unknown[1..]}";
                string described = $"- **{value.Row.Text}**: {value.Summary} *Rule:* {value.Rule}{unknown}";
                text.AppendJoin("\n  ", Wrapping.Lines(described, string.Empty, Width)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> About(Value value)
    {
        string prefix = new(' ', AboutColumn);
        string first = ("    " + value.Name).PadRight(AboutColumn);
        string words = value.Row.Enumeration is null
            ? string.Empty
            : $" {(value.Row.Kind == ValueKind.Flags ? "Some" : "One")} of "
                + $"{string.Join(", ", Enum.GetNames(value.Row.Enumeration).Skip(value.Row.IsAlwaysKnown ? 1 : 0))}.";
        string when = value.Row.Kind switch
        {
            ValueKind.Seconds => " A TimeSpan.",
            ValueKind.Date => " A DateTime at 0:00 UTC.",
            ValueKind.Enumeration or ValueKind.Flags => words,
            _ => value.Row.Unit is null or "%" ? string.Empty : $" {value.Row.Unit}.",
        };
        return Wrapping.Lines(value.Summary + when, prefix, AboutWidth).Select((line, index) => index == 0 ? first + line[AboutColumn..] : line);
    }
}
