using System.Text.Json.Nodes;

namespace Battery.Tests.Shared;

/// <summary>Compares what a reader printed with what a fixture expects, value by value.</summary>
internal static class ExpectedValues
{
    /// <summary>Fails with every difference at once.</summary>
    /// <param name="expected">The fixture's expected.json.</param>
    /// <param name="actual">The same, as a reader printed it.</param>
    /// <param name="absolute">How far a number may be off: 0.0005 for a reader whose unit is a thousandth.</param>
    /// <param name="seconds">How far a time may be off: 0.5 for a reader of whole seconds.</param>
    public static void AssertEqual(JsonObject expected, JsonObject actual, double absolute = 1e-9, double seconds = 1e-9)
    {
        var differences = new List<string>();
        Compare("external_power", expected["external_power"], actual["external_power"], absolute, differences);
        JsonArray wanted = expected["batteries"]!.AsArray();
        JsonArray got = actual["batteries"]!.AsArray();
        Assert.Equal(wanted.Count, got.Count);
        for (int i = 0; i < wanted.Count; i++)
        {
            foreach ((string key, JsonNode? value) in wanted[i]!.AsObject())
            {
                Assert.True(got[i]!.AsObject().ContainsKey(key), $"the reader prints no {key}");
                Compare($"{wanted[i]!["name"]}.{key}", value, got[i]![key], key.EndsWith("_s", StringComparison.Ordinal) ? seconds : absolute, differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    private static void Compare(string what, JsonNode? expected, JsonNode? actual, double absolute, List<string> differences)
    {
        bool equal = expected is JsonValue wanted && actual is JsonValue got && wanted.TryGetValue(out double number) && got.TryGetValue(out double other)
            ? Math.Abs(number - other) <= absolute + (1e-6 * Math.Abs(number))
            : JsonNode.DeepEquals(expected, actual);
        if (!equal)
        {
            differences.Add($"{what}: expected {expected?.ToJsonString() ?? "null"}, got {actual?.ToJsonString() ?? "null"}");
        }
    }
}
