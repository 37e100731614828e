using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the table of values for the tests.</summary>
internal static class TestTableWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            namespace Battery.Tests.Shared;

            /// <summary>A value of a battery, for tests that treat all of them alike.</summary>
            /// <param name="Number">The number of its battery_field.</param>
            /// <param name="Name">The name in C#, and of the module's property.</param>
            /// <param name="Kind">How it is represented.</param>
            /// <param name="Key">The key in a fixture's expected.json.</param>
            /// <param name="Getters">The getters in C.</param>
            /// <param name="Min">The lowest number that a rule lets through.</param>
            /// <param name="Max">The highest number that a rule lets through.</param>
            public sealed record TableValue(int Number, string Name, string Kind, string Key, string[] Getters, double Min, double Max)
            {
                /// <summary>All values.</summary>
                public static IReadOnlyList<TableValue> All { get; } =
                [

            """);
        foreach (Value value in table.Values)
        {
            string getters = string.Join(", ", new[] { value.Row.Getter, value.Row.Alias }.OfType<string>().Select(static name => $"\"{name}\""));
            double max = value.Row.Enumeration is { } type ? Highest(type, value.Row.Kind) : value.Row.Max;
            string highest = max == double.MaxValue ? "double.MaxValue" : max.ToString("R", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"        new({(int)value.Field}, \"{value.Name}\", \"{value.Row.Kind}\", \"{value.Key}\", ");
            text.Append(CultureInfo.InvariantCulture, $"[{getters}], {value.Row.Min:R}, {highest}),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static int Highest(Type type, ValueKind kind)
    {
        IEnumerable<int> members = Enum.GetValuesAsUnderlyingType(type).Cast<int>();
        return kind == ValueKind.Flags ? members.Sum() : members.Max();
    }
}
