using System.Text.Json;
using Battery.History.Model;
using Battery.History.Reading;
using Battery.Tests.Shared;

namespace Battery.History.Tests;

/// <summary>Histories of machines, what a right reader makes of them, and a reading of them.</summary>
internal static class HistoryFixture
{
    private static readonly Lazy<JsonDocument> s_expected = new(() => JsonDocument.Parse(File.ReadAllText(At("expected.json"))));

    public static string At(params string[] parts) => Path.Combine([Repository.Fixtures, "history", .. parts]);

    public static IEnumerable<JsonElement> Expected(string format) => s_expected.Value.RootElement.GetProperty(format).EnumerateArray();

    public static JsonElement Expected(string format, string file) =>
        Expected(format).Single(entry => entry.GetProperty("file").GetString() == file);

    public static JsonElement ExpectedFolder(string folder) =>
        s_expected.Value.RootElement.GetProperty("upower").GetProperty(folder).EnumerateObject().Single().Value;

    /// <summary>Reads files whole.</summary>
    public static (List<HistoryPoint> Points, List<HistoryProblem> Problems) Read(params string[] paths)
    {
        var problems = new List<HistoryProblem>();
        return (HistoryReader.Read(paths, null, new(problems.Add)).ToList(), problems);
    }

    public static (List<HistoryPoint> Points, List<HistoryProblem> Problems) ReadUPower(string folder) =>
        Read(Directory.GetFiles(At("upower", folder)));

    public static string Utc(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
