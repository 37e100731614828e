using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the list of values for programs in C that treat all of them alike.</summary>
internal static class CValueWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            /*
             * battery_values.h - the values of a battery as a list for the preprocessor.
             *
             * {{Output.Heading.Replace("\n", "\n * ", StringComparison.Ordinal)}}
             *
             * Define a macro with the parameters (kind, getter, key, field) and pass it to BATTERY_VALUES. The kind is the
             * representation: TEXT, ENUMERATION, FLAGS, FLOAT, MILLI, SIGNED_MILLI, SECONDS, COUNT or DATE. The key is the member of
             * battery_info, which a TEXT does not have. BATTERY_WORDS_<key> is the initializer of the names of an enumeration, by
             * number; of FLAGS by bit, since the first bit is not used.
             */
            #ifndef BATTERY_VALUES_H
            #define BATTERY_VALUES_H

            #define BATTERY_VALUES(ROW)
            """);
        foreach (Value value in table.Values)
        {
            string kind = Names.Snake(value.Row.Kind.ToString()).ToUpperInvariant();
            string field = Names.Snake(value.Name).ToUpperInvariant();
            text.Append(CultureInfo.InvariantCulture, $" \\\n    ROW({kind}, {value.Row.Getter}, {value.Key}, BATTERY_FIELD_{field})");
        }

        text.Append("\n\n");
        foreach (Value value in table.Values.Where(static value => value.Row.Enumeration is not null))
        {
            string words = string.Join(", ", value.Words.Select(static word => $"\"{word}\""));
            text.AppendJoin(" \\\n", Wrapping.Lines($"{{{words}}}", "    ").Prepend($"#define BATTERY_WORDS_{value.Key}")).Append('\n');
        }

        return text.Append("\n#endif /* BATTERY_VALUES_H */\n").ToString();
    }
}
