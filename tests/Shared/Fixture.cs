using System.Text.Json.Nodes;

namespace Battery.Tests.Shared;

/// <summary>A recorded machine, and what a right reader reports of it.</summary>
internal sealed record Fixture(string Name)
{
    public string Sysfs => Path.Combine(Repository.Fixtures, Name, "sys");

    public JsonObject Expected => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Fixtures, Name, "expected.json")))!.AsObject();

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Repository.Fixtures).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
