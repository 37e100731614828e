using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the list view and the property sets of the module: of live objects and of deserialized ones.</summary>
internal static class ViewWriter
{
    private const string Formats = "module/Battery.Format.ps1xml";
    private const string Types = "module/Battery.Types.ps1xml";
    private const string LastColumn = "<!-- begin: last column of tables; the generator copies it to the other types -->";
    private const string EndOfLastColumn = "      <!-- end: last column -->";

    public static void Write(ValueTable table, Output output)
    {
        foreach (string objects in new[] { "live", "deserialized" })
        {
            string items = string.Concat(table.Values.Select(value => Item(value, isLive: objects == "live")));
            output.WriteRegion(Formats, $"<!-- begin: values of {objects} objects, generated -->", "              <!-- end: values -->", items);
            string sets = string.Concat(Enum.GetValues<ValueGroups>().Select(group => Set(group.ToString(), table.Group(group))));
            output.WriteRegion(Types, $"<!-- begin: property sets of {objects} objects, generated -->", "      <!-- end: property sets -->", sets);
        }

        // A type cannot take a script from another one.
        string lastColumn = output.ReadRegion(Types, LastColumn, EndOfLastColumn);
        foreach (string objects in new[] { "live totals", "deserialized batteries", "deserialized totals" })
        {
            output.WriteRegion(Types, $"<!-- begin: last column of {objects}, generated -->", EndOfLastColumn, lastColumn);
        }
    }

    private static string Item(Value value, bool isLive)
    {
        // A format string shows a date with its time, and views of deserialized objects may have no scripts.
        string content = value.Row.Kind switch
        {
            ValueKind.Date when isLive =>
                $$"""<ScriptBlock>if ($null -ne $_.{{value.Name}}) { ('{0:u}' -f $_.{{value.Name}}).Substring(0, 10) }</ScriptBlock>""",
            ValueKind.Date => Property(value, "{0:u}"),
            _ when value.Row.Format is null => Property(value, null),
            _ => Property(value, $"{{0:{value.Row.Format}'{(value.Row.Unit == "%" ? "%" : " " + value.Row.Unit)}'}}"),
        };
        return $"""
                          <ListItem>
                            <Label>{value.Name}</Label>
                            {content}
                          </ListItem>

            """;
    }

    private static string Property(Value value, string? format) =>
        $"<PropertyName>{value.Name}</PropertyName>{(format is null ? string.Empty : $"\n                <FormatString>{format}</FormatString>")}";

    private static string Set(string name, IEnumerable<Value> values)
    {
        var text = new StringBuilder($"""
                  <PropertySet>
                    <Name>{name}</Name>
                    <ReferencedProperties>

            """);
        foreach (string property in values.Select(static value => value.Name).Prepend("Name").Distinct())
        {
            text.Append("          <Name>").Append(property).Append("</Name>\n");
        }

        return text.Append("""
                    </ReferencedProperties>
                  </PropertySet>

            """).ToString();
    }
}
