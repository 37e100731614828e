using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes battery_info and what fills it.</summary>
internal static class InfoWriter
{
    public static string Write(ValueTable table)
    {
        List<(int Order, string Declaration, string? Assignment)> members =
        [
            .. table.Members.Select(static value => (value.Row.Order, Declaration(value), (string?)Assignment(value))),
            .. table.Padding.Select(static padding => (padding.Order, Padding(padding.Member), (string?)null)),
        ];
        members.Sort(static (a, b) => a.Order.CompareTo(b.Order));

        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using System.Runtime.InteropServices;
            using Battery.Core.Model;
            using Battery.Ffi.Declaration;

            namespace Battery.Ffi.Types;

            /// <summary>
            /// All numbers of one battery at one moment, in full precision. New members are added at the end. A member whose
            /// bit in <c>present</c> is not set is NaN, UINT32_MAX, or 0 for an enumeration.
            /// </summary>
            [CName("battery_info")]
            [StructLayout(LayoutKind.Sequential)]
            public struct BatteryInfo
            {
                /// <summary>
                /// Which values are known: bit n is the <c>battery_field</c> with number n. Strings have a bit and a getter,
                /// but no member here.
                /// </summary>
                public ulong Present;


            """);
        text.AppendJoin('\n', members.Select(static member => member.Declaration));
        text.Append("\n    internal static BatteryInfo From(BatterySnapshot snapshot) => new()\n    {\n        Present = snapshot.PresenceMask,\n");
        text.AppendJoin(string.Empty, members.Select(static member => member.Assignment));
        return text.Append("    };\n\n    private static uint Whole(double value) => double.IsNaN(value) ? uint.MaxValue : (uint)value;\n}\n").ToString();
    }

    private static string Declaration(Value value) => string.Create(CultureInfo.InvariantCulture, $"""
            /// <summary>{Documentation.Escape(value.Described)}{(value.Row.Kind == ValueKind.Date ? " The number yyyymmdd." : string.Empty)}</summary>
            public {(value.IsQuantity ? "double" : value.Row.Enumeration?.Name ?? "uint")} {Names.Pascal(value.Row.Member!)};

        """);

    private static string Padding(string member) => $"    /// <summary>Always 0.</summary>\n    public uint {Names.Pascal(member)};\n";

    private static string Assignment(Value value)
    {
        string read = value.Row.Enumeration is null
            ? $"snapshot.Number(BatteryField.{value.Name})"
            : $"({value.Row.Enumeration.Name})snapshot.Code(BatteryField.{value.Name})";
        return $"        {Names.Pascal(value.Row.Member!)} = {(value.Row.Enumeration is null && !value.IsQuantity ? $"Whole({read})" : read)},\n";
    }
}
