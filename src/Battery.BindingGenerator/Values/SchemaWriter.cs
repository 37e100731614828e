using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Battery.Core.Model;

namespace Battery.BindingGenerator.Values;

/// <summary>Writes the JSON Schema of a battery as JSON.</summary>
internal static class SchemaWriter
{
    /// <summary>The key of the number of batteries of a total.</summary>
    public const string CountKey = "count";

    /// <summary>The key of the time of reading.</summary>
    public const string TimestampKey = "timestamp_s";

    private const string NameKey = "name";

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ValueTable table)
    {
        var properties = new JsonObject();
        foreach (MetricValue value in MetricValue.Of(table))
        {
            JsonObject property = Property(value);
            property.Insert(0, "description", value.Unit is null or "%" ? value.Help : $"{value.Help} Unit: {value.Unit}.");
            properties[value.Key] = property;
        }

        properties[CountKey] = new JsonObject
        {
            ["description"] = "The number of batteries that are added up. Only of several batteries as one.",
            ["type"] = "integer",
            ["minimum"] = 1,
        };
        properties[TimestampKey] = new JsonObject
        {
            ["description"] = "When the values were read: seconds since 1970-01-01, UTC.",
            ["type"] = "number",
        };
        IEnumerable<string> always = table.Values.Where(static value => value.Row.IsAlwaysKnown).Select(static value => value.Key);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A battery, or several as one, at one moment",
            ["description"] = "A value that is not known is left out; null is not used. Later versions may add keys.",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Names([NameKey, TimestampKey]),
            ["oneOf"] = new JsonArray(
                new JsonObject
                {
                    ["title"] = "A battery",
                    ["required"] = Names(always),
                    ["not"] = new JsonObject { ["required"] = new JsonArray(CountKey) },
                },
                new JsonObject
                {
                    ["title"] = "Several batteries as one",
                    ["required"] = new JsonArray(CountKey),
                    ["not"] = new JsonObject
                    {
                        ["anyOf"] = new JsonArray(
                            [.. always.Where(static key => key != NameKey).Select(static key => new JsonObject { ["required"] = Names([key]) })]),
                    },
                }),
        };
        return schema.ToJsonString(s_options) + "\n";
    }

    private static JsonObject Property(MetricValue value) => value.Row?.Kind switch
    {
        ValueKind.Text => new() { ["type"] = "string", ["minLength"] = 1 },
        ValueKind.Enumeration => new() { ["enum"] = Words(value) },
        ValueKind.Flags => new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject { ["enum"] = Words(value) },
            ["minItems"] = 1,
            ["uniqueItems"] = true,
        },
        ValueKind.Date => new() { ["type"] = "string", ["format"] = "date" },
        ValueKind.Count => Bounded(value, "integer"),
        _ => Bounded(value, value.Unit == "s" ? "integer" : "number"),
    };

    private static JsonObject Bounded(MetricValue value, string type)
    {
        var property = new JsonObject { ["type"] = type, ["minimum"] = value.Row?.Min ?? 0 };
        if (value.Row is { Max: < double.MaxValue } row)
        {
            property["maximum"] = row.Max;
        }

        return property;
    }

    private static JsonArray Names(IEnumerable<string> keys) => [.. keys.Select(static key => JsonValue.Create(key))];

    private static JsonArray Words(MetricValue value) => [.. value.Words.Select(static word => JsonValue.Create(word.Word))];
}
