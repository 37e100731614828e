using System.Text.Json.Nodes;

namespace Battery.Tests.Shared;

/// <summary>A recorded machine, and its expected values.</summary>
/// <param name="Name">The machine's folder.</param>
/// <param name="System">The folder of its system: linux, macos, windows.</param>
public sealed record Fixture(string Name, string System = "linux")
{
    private string Folder => Path.Combine(Repository.Fixtures, System, Name);

    /// <summary>Of a Linux machine: the copy of its /sys.</summary>
    public string Sysfs => Path.Combine(Folder, "sys");

    /// <summary>The file or directory that is opened as a recording.</summary>
    public string Recording => System == "linux" ? Sysfs
        : Directory.EnumerateFiles(Folder).Single(static file => Path.GetFileName(file) is not ("SOURCE.md" or "expected.json"));

    public JsonObject Expected => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")))!.AsObject();

    /// <summary>The Linux machines.</summary>
    public static IEnumerable<string> Names => NamesOf("linux");

    /// <summary>The machines of a system.</summary>
    public static IEnumerable<string> NamesOf(string system) =>
        Directory.EnumerateDirectories(Path.Combine(Repository.Fixtures, system)).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>All machines.</summary>
    public static IEnumerable<(string Machine, string System)> All =>
        ((string[])["linux", "macos", "windows"])
            .SelectMany(static system => NamesOf(system).Select(name => (name, system)));
}
