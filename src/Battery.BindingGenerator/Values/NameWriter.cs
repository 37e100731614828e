using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the names of values and errors: the library keeps no names of enum members.</summary>
internal static class NameWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            using Battery.Core.Model;

            namespace Battery.Ffi.Errors;

            /// <summary>What messages call a value.</summary>
            internal static class FieldNames
            {
                public static string Text(BatteryField field) => field switch
                {

            """);
        foreach (Value value in table.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"        BatteryField.{value.Name} => \"{value.Row.Text}\",\n");
        }

        text.Append("""
                    _ => "value",
                };
            }

            /// <summary>The names of errors in C.</summary>
            internal static unsafe class ErrorNames
            {
                /// <summary>A name that ends in NUL and is never freed.</summary>
                public static byte* Text(BatteryError error) => error switch
                {

            """);
        foreach (BatteryError error in Enum.GetValues<BatteryError>().OrderDescending())
        {
            string name = Names.Snake(error.ToString()).ToUpperInvariant();
            text.Append(CultureInfo.InvariantCulture, $"        BatteryError.{error} => Literal(\"BATTERY_ERROR_{name}\"u8),\n");
        }

        return text.Append("""
                    _ => Literal("unknown"u8),
                };

                // A literal lies in the library's constant data and has a NUL behind it.
                private static byte* Literal(ReadOnlySpan<byte> text) => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
            }

            """).ToString();
    }
}
