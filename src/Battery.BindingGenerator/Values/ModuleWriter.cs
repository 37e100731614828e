using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the values of the module's BatteryInfo and what fills them.</summary>
internal static class ModuleWriter
{
    public static string Write(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            using Battery.PowerShell.Interop;
            using Battery.PowerShell.Library;

            namespace Battery;

            public sealed partial class BatteryInfo
            {
                /// <summary>Copies a battery's values out of the library.</summary>
                internal BatteryInfo(nint battery, in NativeBatteryInfo info)
                {

            """);
        foreach (Value value in table.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {value.Name} = {Read(value)};\n");
        }

        text.Append("""
                }

                /// <summary>The values as the library's functions that compute with values take them: those that it gave.</summary>
                internal NativeBatteryInfo ToNative() => new()
                {

            """);
        foreach (Value value in table.Members)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {Names.Pascal(value.Row.Member!)} = {Written(value)},\n");
        }

        text.Append("    };\n");
        foreach (Value value in table.Values)
        {
            string initial = value.Row is { Kind: ValueKind.Text, IsAlwaysKnown: true } ? " = string.Empty;" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $$"""

                    /// <summary>{{Documentation.Escape(Summary(value))}}</summary>
                    public {{Type(value)}} {{value.Name}} { get; internal init; }{{initial}}

                """);
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Writes the properties as PublicApiAnalyzers lists them, so that a new value is listed with its property.</summary>
    public static string WriteApi(ValueTable table)
    {
        IEnumerable<string> lines = table.Values.Select(static value => $"Battery.BatteryInfo.{value.Name}.get -> {ApiType(value)}\n");
        return "#nullable enable\n" + string.Concat(lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Writes the values of the report, in the order of their groups.</summary>
    public static string WriteReport(ValueTable table)
    {
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append("""
            namespace Battery.PowerShell.History;

            /// <summary>The values that a report shows of each battery.</summary>
            internal static class ReportValues
            {
                public static readonly (string Group, string Property, string Label, string Format, string Unit)[] All =
                [

            """);
        foreach ((ValueGroups group, Value value) in Enum.GetValues<ValueGroups>()
            .SelectMany(group => table.Group(group).Select(value => (group, value)))
            .DistinctBy(static item => item.value))
        {
            string label = char.ToUpperInvariant(value.Row.Text[0]) + value.Row.Text[1..];
            string unit = value.Row.Kind == ValueKind.Seconds ? string.Empty : value.Row.Unit ?? string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"        (\"{Names.Sentence(group.ToString())}\", \"{value.Name}\", \"{label}\", ");
            text.Append(CultureInfo.InvariantCulture, $"\"{value.Row.Format}\", \"{unit}\"),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static string ApiType(Value value) => value.Row.Kind switch
    {
        ValueKind.Text when value.Row.IsAlwaysKnown => "string!",
        ValueKind.Enumeration or ValueKind.Flags => $"Battery.{Type(value)}",
        ValueKind.Seconds or ValueKind.Date => $"System.{Type(value)}",
        _ => Type(value),
    };

    private static string Type(Value value) => value.Row.Kind switch
    {
        ValueKind.Text => value.Row.IsAlwaysKnown ? "string" : "string?",
        ValueKind.Enumeration or ValueKind.Flags => value.Row.Enumeration!.Name,
        ValueKind.Seconds => "TimeSpan?",
        ValueKind.Count => "int?",
        ValueKind.Date => "DateTime?",
        _ => "double?",
    };

    private static string Read(Value value)
    {
        string member = value.Row.Member is null ? string.Empty : $"info.{Names.Pascal(value.Row.Member)}";
        return value.Row.Kind switch
        {
            ValueKind.Text => $"NativeText.Take(NativeMethods.{value.Row.Getter}(battery)){(value.Row.IsAlwaysKnown ? " ?? string.Empty" : string.Empty)}",
            ValueKind.Enumeration or ValueKind.Flags => member,
            ValueKind.Seconds => $"SnapshotReader.Time({member})",
            ValueKind.Count => $"SnapshotReader.Count({member})",
            ValueKind.Date => $"SnapshotReader.Date({member})",
            _ => $"SnapshotReader.Known({member})",
        };
    }

    private static string Written(Value value) => value.Row.Kind switch
    {
        ValueKind.Enumeration or ValueKind.Flags => value.Name,
        ValueKind.Seconds => $"{value.Name}?.TotalSeconds ?? double.NaN",
        ValueKind.Count => $"(uint?){value.Name} ?? uint.MaxValue",
        ValueKind.Date => $"SnapshotReader.Day({value.Name})",
        _ => $"{value.Name} ?? double.NaN",
    };

    private static string Summary(Value value)
    {
        string remark = value.Row.Kind switch
        {
            ValueKind.Seconds => $"{value.Summary} Whole seconds.",
            ValueKind.Date => $"{value.Summary} At 0:00 UTC.",
            _ => value.Described,
        };
        return value.Row.IsAlwaysKnown ? remark : $"{remark} {(value.Row.Enumeration is not null ? "Unknown if not reported" : "Null if unknown")}.";
    }
}
