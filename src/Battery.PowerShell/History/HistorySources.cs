using System.Management.Automation;

namespace Battery.PowerShell.History;

/// <summary>The files of histories that paths, wildcards and folders name.</summary>
internal sealed class HistorySources
{
    private static readonly string[] s_extensions = [".xml", ".dat", ".csv", ".txt", ".log"];

    /// <summary>Histories that are not recordings.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Recordings of Save-BatteryRecording.</summary>
    public List<string> Recordings { get; } = [];

    /// <summary>Adds a file, or the files of a folder.</summary>
    /// <param name="path">A path of the file system.</param>
    public void Add(string path)
    {
        // Of a folder only files with the usual extensions are read; a file that is named is read in any case.
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(static file => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
            : [path];
        foreach (string file in files)
        {
            (IsRecording(file) ? Recordings : Files).Add(file);
        }
    }

    /// <summary>Resolves a path of the user, with wildcards.</summary>
    public static IEnumerable<string> Resolve(string path, PathIntrinsics paths)
    {
        string literal = paths.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return !WildcardPattern.ContainsWildcardCharacters(path) || File.Exists(literal) || provider.Name != "FileSystem"
            ? [literal]
            : paths.GetResolvedProviderPathFromPSPath(path, out _);
    }

    private static bool IsRecording(string file)
    {
        try
        {
            using var text = new StreamReader(file);
            var start = new char[RecordingHistory.Mark.Length];
            return text.ReadBlock(start) == start.Length && start.AsSpan().SequenceEqual(RecordingHistory.Mark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading the file reports the error.
            return false;
        }
    }
}
