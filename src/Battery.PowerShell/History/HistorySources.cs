using System.Management.Automation;

namespace Battery.PowerShell.History;

/// <summary>Files that hold histories: what paths, wildcards and folders stand for.</summary>
internal sealed class HistorySources
{
    private static readonly string[] s_extensions = [".xml", ".dat", ".csv", ".txt", ".log"];

    /// <summary>Histories of text.</summary>
    public List<string> Files { get; } = [];

    /// <summary>Recordings of Save-BatteryRecording.</summary>
    public List<string> Recordings { get; } = [];

    /// <summary>Takes a file, or the files of a folder.</summary>
    /// <param name="path">A path of the file system.</param>
    public void Add(string path)
    {
        // What a folder's other files are, nobody asked; a file that is named is taken at its word.
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path).Where(static file => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
            : [path];
        foreach (string file in files)
        {
            (IsRecording(file) ? Recordings : Files).Add(file);
        }
    }

    /// <summary>The paths that a user's path stands for; wildcards are resolved.</summary>
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
            // Whoever reads it reports it.
            return false;
        }
    }
}
