using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes what an explanation calls a value, its words, its unit and its format: the library keeps no names of enum members.</summary>
internal static class ValueTextWriter
{
    private const string DefaultFormat = "0";

    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using Battery.Core.Model;

            namespace Battery.Ffi.Explanation;

            /// <summary>The names of values, their units and formats, and the words of enumerations.</summary>
            internal static class ValueNames
            {
                /// <summary>The name of a value, as the module has it.</summary>
                public static string Name(BatteryField field) => field switch
                {

            """);
        Append(text, table.Values, static value => $"\"{value.Name}\"", "string.Empty");
        text.Append("""

                /// <summary>The unit of a number with a blank before it; empty without one.</summary>
                public static string Unit(BatteryField field) => field switch
                {

            """);
        Append(text, table.Values.Where(static value => value.Row.Unit is not null), static value => $"\" {value.Row.Unit}\"", "string.Empty");
        text.Append("""

                /// <summary>The format of a number.</summary>
                public static string Format(BatteryField field) => field switch
                {

            """);
        Append(text, table.Values.Where(static value => value.Row.Format is not null), static value => $"\"{value.Row.Format}\"", $"\"{DefaultFormat}\"");
        text.Append("""

                /// <summary>The words of an enumeration by their numbers; null for other values.</summary>
                public static (int Code, string Word)[]? Words(BatteryField field) => field switch
                {

            """);
        Append(text, table.Values.Where(static value => value.Row.Enumeration is not null), Words, "null");
        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Value> values, Func<Value, string> write, string otherwise)
    {
        foreach (Value value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"        BatteryField.{value.Name} => {write(value)},\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"        _ => {otherwise},\n    }};\n");
    }

    private static string Words(Value value)
    {
        IEnumerable<string> words = Enum.GetNames(value.Row.Enumeration!)
            .Select(name => $"\n            ({Convert.ToInt32(Enum.Parse(value.Row.Enumeration!, name), CultureInfo.InvariantCulture)}, \"{name}\"),");
        return $"[{string.Concat(words)}\n        ]";
    }
}
