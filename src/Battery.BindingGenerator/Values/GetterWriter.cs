using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the exports of the getters.</summary>
internal static class GetterWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using System.Runtime.InteropServices;
            using Battery.Core.Model;
            using Battery.Ffi.Declaration;
            using Battery.Ffi.Types;

            namespace Battery.Ffi.Exports;

            /// <summary>
            /// The values of the last reading, one by one. The sentinel of an unknown value sets
            /// BATTERY_ERROR_UNKNOWN_VALUE, and <c>battery_field_status</c> returns the reason. An invalid handle returns
            /// the same sentinel and sets BATTERY_ERROR_INVALID_HANDLE.
            /// </summary>
            [Section(51, "Getters")]
            public static unsafe class BatteryGetters
            {

            """);
        text.AppendJoin('\n', table.Values.SelectMany(Getters));
        return text.Append("}\n").ToString();
    }

    private static IEnumerable<string> Getters(Value value)
    {
        yield return Getter(value, value.Row.Getter, value.Summary);
        if (value.Row.Alias is not null)
        {
            yield return Getter(value, value.Row.Alias, $"The same as <c>{value.Row.Getter}</c>.");
        }
    }

    private static string Getter(Value value, string name, string summary)
    {
        string method = Names.Pascal(name["battery_get_".Length..]);
        (string type, string call) = value.Row.Kind switch
        {
            ValueKind.Text => ("byte*", "Getter.Text"),
            ValueKind.Enumeration or ValueKind.Flags => (value.Row.Enumeration!.Name, $"({value.Row.Enumeration.Name})Getter.Code"),
            ValueKind.Float => ("float", "Getter.Float"),
            ValueKind.Milli => ("uint", "Getter.Milli"),
            ValueKind.SignedMilli => ("int", "Getter.SignedMilli"),
            ValueKind.Seconds => ("ulong", "Getter.Seconds"),
            _ => ("uint", "Getter.UInt32"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"""
                /// <summary>{summary}</summary>
                /// <param name="battery">The battery.</param>
                /// <returns>{Returns(value)}</returns>
                [Since("{value.Row.Since}")]
                [UnmanagedCallersOnly(EntryPoint = "{name}")]{(value.Row.Kind == ValueKind.SignedMilli ? "\n    [return: CName(\"int32_t\")]" : string.Empty)}
                public static {type} {method}([Const] BatteryHandle* battery) => {call}((nint)battery, BatteryField.{value.Name});

            """);
    }

    private static string Returns(Value value)
    {
        string what = value.Row.Kind switch
        {
            ValueKind.Text => "A UTF-8 string, which <c>battery_str_free</c> frees",
            ValueKind.Enumeration => $"A <c>{Names.CType(value.Row.Enumeration!.Name)}</c>",
            ValueKind.Flags => $"Bits of <c>{Names.CType(value.Row.Enumeration!.Name)}</c>",
            ValueKind.Seconds => "Seconds",
            ValueKind.Count => "A count",
            ValueKind.Date => "The number yyyymmdd, for example 20210314",
            _ => Documentation.Escape(value.GetterUnit switch
            {
                "%" => "Percent",
                "°C" => "Degrees Celsius",
                _ => value.GetterUnit!,
            }),
        };
        string unknown = value.Row.IsAlwaysKnown && value.Row.Kind != ValueKind.Text ? "known for every battery" : $"{value.Sentinel} if unknown";
        string remark = value.Row.Kind == ValueKind.SignedMilli
            ? " Negative numbers and 0 are valid, therefore the sentinel is the largest number."
            : string.Empty;
        return $"{what}; {unknown}.{remark}";
    }
}
