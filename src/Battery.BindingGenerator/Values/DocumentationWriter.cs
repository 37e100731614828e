using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the tables of the documentation.</summary>
internal static class DocumentationWriter
{
    private const int Width = 140;
    private const int AboutWidth = 78;
    private const int AboutColumn = 26;

    private static readonly (string Group, string Title)[] s_groups =
        [("Identity", "Identity"), ("Power", "Power"), ("Health", "Health"), ("ChargeControl", "Charge control")];

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
        foreach ((string group, string title) in s_groups)
        {
            List<Value> values = [.. table.Group(group).Where(value => seen.Add(value.Name))];
            text.Append(CultureInfo.InvariantCulture, $"### {title}\n\n");
            text.Append("| value | unit | C getter | `battery_info`, Python | PowerShell |\n|---|---|---|---|---|\n");
            foreach (Value value in values)
            {
                string unit = value.GetterUnit == value.Unit ? value.Unit ?? string.Empty : $"{value.Unit}; getter: {value.GetterUnit}";
                string getter = value.Alias is null ? $"`{value.Getter}`" : $"`{value.Getter}`, `{value.Alias}`";
                string member = value.Member is null ? $"`{value.Key}` (Python)" : $"`{value.Member}`";
                text.Append(CultureInfo.InvariantCulture, $"| {value.Text} | {unit} | {getter} | {member} | `{value.Name}` |\n");
            }

            text.Append('\n');
            foreach (Value value in values)
            {
                string unknown = value.Unknown is null ? string.Empty : $" *Unknown:* {char.ToLowerInvariant(value.Unknown[0])}{value.Unknown[1..]}";
                text.AppendJoin("\n  ", Wrapping.Lines($"- **{value.Text}**: {value.Summary} *Rule:* {value.Rule}{unknown}", string.Empty, Width)).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> About(Value value)
    {
        string prefix = new(' ', AboutColumn);
        string first = ("    " + value.Name).PadRight(AboutColumn);
        string words = value.Enumeration is null
            ? string.Empty
            : $" {(value.Kind == ValueKind.Flags ? "Some" : "One")} of "
                + $"{string.Join(", ", Enum.GetNames(value.Enumeration).Skip(value.IsAlwaysKnown ? 1 : 0))}.";
        string when = value.Kind switch
        {
            ValueKind.Seconds => " A TimeSpan.",
            ValueKind.Date => " A DateTime at 0:00 UTC.",
            ValueKind.Enumeration or ValueKind.Flags => words,
            _ => value.Unit is null or "%" ? string.Empty : $" {value.Unit}.",
        };
        return Wrapping.Lines(value.Summary + when, prefix, AboutWidth).Select((line, index) => index == 0 ? first + line[AboutColumn..] : line);
    }
}
