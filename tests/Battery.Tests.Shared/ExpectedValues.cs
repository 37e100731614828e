using System.Text.Json.Nodes;

namespace Battery.Tests.Shared;

/// <summary>Compares the output of a reader with the expected values of a fixture.</summary>
public static class ExpectedValues
{
    /// <summary>Fails with every difference at once.</summary>
    /// <param name="expected">The fixture's expected.json.</param>
    /// <param name="actual">The values that a reader printed.</param>
    /// <param name="absolute">The tolerance of a number: 0.0005 for a reader whose unit is a thousandth.</param>
    /// <param name="seconds">The tolerance of a time: 0.5 for a reader of whole seconds.</param>
    public static void AssertEqual(JsonObject expected, JsonObject actual, double absolute = 1e-9, double seconds = 1e-9)
    {
        var differences = new List<string>();
        Compare("external_power", expected["external_power"], actual["external_power"], absolute, differences);
        foreach (string list in (string[])["batteries", "adapters"])
        {
            JsonArray wanted = expected[list]?.AsArray() ?? [];
            JsonArray got = actual[list]!.AsArray();
            Assert.True(wanted.Count == got.Count, $"{wanted.Count} {list} are expected, the reader prints {got.ToJsonString()}");
            for (int i = 0; i < wanted.Count; i++)
            {
                Compare(wanted[i]!.AsObject(), got[i]!.AsObject(), absolute, seconds, differences);
            }
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    private static void Compare(JsonObject expected, JsonObject actual, double absolute, double seconds, List<string> differences)
    {
        foreach (string key in expected.Concat(actual).Select(static pair => pair.Key).Distinct())
        {
            JsonNode? value = Known(expected[key]);
            Assert.True(value is null || actual.ContainsKey(key), $"the reader prints no {key}");
            Compare($"{expected["name"]}.{key}", value, Known(actual[key]), key.EndsWith("_s", StringComparison.Ordinal) ? seconds : absolute, differences);
        }
    }

    // A key that is absent means unknown, as null and, of an enumeration, 'unknown' do.
    private static JsonNode? Known(JsonNode? value) => value is JsonValue known && known.TryGetValue(out string? word) && word == "unknown" ? null : value;

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
