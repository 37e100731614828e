using System.Globalization;
using System.Text;
using Battery.BindingGenerator.Model;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the table of Battery.Metrics.</summary>
internal static class MetricTableWriter
{
    public static string Write(ValueTable table)
    {
        IReadOnlyList<MetricValue> values = MetricValue.Of(table);
        var text = new StringBuilder(Output.CSharpHeading);
        text.Append(CultureInfo.InvariantCulture, $$"""
            namespace Battery.Metrics;

            /// <summary>The values that metrics have.</summary>
            public static class MetricTable
            {
                /// <summary>The key in JSON of the number of batteries of a total.</summary>
                public const string CountKey = "{{SchemaWriter.CountKey}}";

                /// <summary>The key in JSON of the time of reading.</summary>
                public const string TimestampKey = "{{SchemaWriter.TimestampKey}}";

                /// <summary>The values in the order in which they are written. The first is the name.</summary>
                public static IReadOnlyList<MetricValue> Values { get; } =
                [

            """);
        foreach (MetricValue value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"        new(\"{value.Name}\", {value.Field}, \"{value.Key}\", MetricKind.{value.Kind})\n        {{\n");
            (string metric, double factor) = value.Metric;
            AppendProperty(text, "Metric", $"\"{metric}\"");
            AppendProperty(text, "Factor", factor == 1 ? null : factor.ToString(CultureInfo.InvariantCulture));
            AppendProperty(text, "NodeName", value.Row?.NodeName is { } node ? $"\"{node}\"" : null);
            AppendProperty(text, "IsSigned", value.Row?.Kind == ValueKind.SignedMilli ? "true" : null);
            AppendProperty(text, "Help", $"\"{value.Help}{(value.Unit == "%" ? " 1 is 100 %." : string.Empty)}\"");
            if (value.Words.Any())
            {
                text.Append("            Words =\n            [\n");
                foreach ((int code, string word, string kernelWord) in value.Words)
                {
                    text.Append(CultureInfo.InvariantCulture, $"                new({code}, \"{word}\", \"{kernelWord}\"),\n");
                }

                text.Append("            ],\n");
            }

            text.Append("        },\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    private static void AppendProperty(StringBuilder text, string name, string? value) =>
        text.Append(value is null ? string.Empty : $"            {name} = {value},\n");
}
