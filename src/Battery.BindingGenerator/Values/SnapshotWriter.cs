using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Exports;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the Python package's snapshot.</summary>
internal static class SnapshotWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Output.Heading.Replace("\n", "\n# ", StringComparison.Ordinal)}\n");
        text.Append(CultureInfo.InvariantCulture, $$""""
            """A battery's values as a plain object."""

            import datetime
            from dataclasses import dataclass
            from typing import Dict, Optional

            from ._declarations import {{string.Join(", ", table.Values
                .Where(static value => value.Row.Enumeration is not null)
                .Select(static value => Names.Python(value.Row.Enumeration!.Name))
                .Append("Field").Append("ValueStatus").Order(StringComparer.Ordinal))}}


            @dataclass(frozen=True)
            class Snapshot:
                """One battery at one moment. An unknown value is None; an unknown enumeration is UNKNOWN."""


            """");
        foreach (Value value in table.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {value.Key}: {Type(value)}\n{PythonWriter.Docstring(value.Described)}\n");
        }

        text.Append(""""
                status: Dict[Field, ValueStatus]
                """For each value: present, or the reason why it is unknown."""


            # How each value is read: the name in battery_info or of the getter, by its representation.

            """");
        text.Append(Tuple("TEXTS", table, ValueKind.Text));
        text.Append(Tuple("NUMBERS", table, ValueKind.Float, ValueKind.Milli, ValueKind.SignedMilli, ValueKind.Seconds));
        text.Append(Tuple("COUNTS", table, ValueKind.Count));
        text.Append(Tuple("DATES", table, ValueKind.Date));
        text.Append("ENUMERATIONS = {\n");
        foreach (Value value in table.Values.Where(static value => value.Row.Enumeration is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"    \"{value.Key}\": {Names.Python(value.Row.Enumeration!.Name)},\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Type(Value value)
    {
        string type = value.Row.Kind switch
        {
            ValueKind.Text => "str",
            ValueKind.Enumeration or ValueKind.Flags => Names.Python(value.Row.Enumeration!.Name),
            ValueKind.Count => "int",
            ValueKind.Date => "datetime.date",
            _ => "float",
        };
        return value.Row.IsAlwaysKnown || value.Row.Enumeration is not null ? type : $"Optional[{type}]";
    }

    private static string Tuple(string name, ValueTable table, params ValueKind[] kinds)
    {
        string items = string.Concat(table.Values.Where(value => kinds.Contains(value.Row.Kind)).Select(static value => $"    \"{value.Key}\",\n"));
        return $"{name} = (\n{items})\n";
    }
}
