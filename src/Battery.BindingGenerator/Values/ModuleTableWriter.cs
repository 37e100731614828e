using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the table of values of the module: what is explained.</summary>
internal static class ModuleTableWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using Battery.PowerShell.Interop;

            namespace Battery.PowerShell.Library;

            /// <summary>A value of a battery.</summary>
            /// <param name="Field">Its number in the library.</param>
            /// <param name="Name">The name of its property.</param>
            /// <param name="Unit">Its unit; null without one.</param>
            /// <param name="Read">Reads it.</param>
            internal sealed record ValueTable(BatteryField Field, string Name, string? Unit, Func<BatteryInfo, object?> Read)
            {
                /// <summary>All values, in the order in which they are shown.</summary>
                public static IReadOnlyList<ValueTable> All { get; } =
                [

            """);
        foreach (Value value in table.Values)
        {
            // A time is a TimeSpan here.
            string unit = value.Row.Unit is null || value.Row.Kind == ValueKind.Seconds ? "null" : $"\"{value.Row.Unit}\"";
            text.Append(CultureInfo.InvariantCulture, $"        new(BatteryField.{value.Name}, \"{value.Name}\", {unit}, ");
            text.Append(CultureInfo.InvariantCulture, $"static battery => battery.{value.Name}),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }
}
