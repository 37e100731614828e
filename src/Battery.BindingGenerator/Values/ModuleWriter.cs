using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;

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

        text.Append("    }\n");
        foreach (Value value in table.Values)
        {
            string initial = value is { Kind: ValueKind.Text, IsAlwaysKnown: true } ? " = string.Empty;" : string.Empty;
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

    private static string ApiType(Value value) => value.Kind switch
    {
        ValueKind.Text when value.IsAlwaysKnown => "string!",
        ValueKind.Enumeration or ValueKind.Flags => $"Battery.{Type(value)}",
        ValueKind.Seconds or ValueKind.Date => $"System.{Type(value)}",
        _ => Type(value),
    };

    private static string Type(Value value) => value.Kind switch
    {
        ValueKind.Text => value.IsAlwaysKnown ? "string" : "string?",
        ValueKind.Enumeration or ValueKind.Flags => value.Enumeration!.Name,
        ValueKind.Seconds => "TimeSpan?",
        ValueKind.Count => "int?",
        ValueKind.Date => "DateTime?",
        _ => "double?",
    };

    private static string Read(Value value)
    {
        string member = value.Member is null ? string.Empty : $"info.{Names.Pascal(value.Member)}";
        return value.Kind switch
        {
            ValueKind.Text => $"NativeText.Take(NativeMethods.{value.Getter}(battery)){(value.IsAlwaysKnown ? " ?? string.Empty" : string.Empty)}",
            ValueKind.Enumeration or ValueKind.Flags => member,
            ValueKind.Seconds => $"SnapshotReader.Time({member})",
            ValueKind.Count => $"SnapshotReader.Count({member})",
            ValueKind.Date => $"SnapshotReader.Date({member})",
            _ => $"SnapshotReader.Known({member})",
        };
    }

    private static string Summary(Value value)
    {
        string remark = value.Kind switch
        {
            ValueKind.Seconds => $"{value.Summary} Whole seconds.",
            ValueKind.Date => $"{value.Summary} At 0:00 UTC.",
            _ => value.Described,
        };
        return value.IsAlwaysKnown ? remark : $"{remark} {(value.Enumeration is not null ? "Unknown if not reported" : "Null if unknown")}.";
    }
}
